-- Twin of rules/dates.py whole_months: the largest number of months that can be added
-- to a day without passing another.
CREATE OR REPLACE FUNCTION sikda_whole_months(since date, until date)
RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT (extract(year FROM until)::int - extract(year FROM since)::int) * 12
       + extract(month FROM until)::int - extract(month FROM since)::int
       - (since + make_interval(months =>
              (extract(year FROM until)::int - extract(year FROM since)::int) * 12
              + extract(month FROM until)::int - extract(month FROM since)::int
          ) > until)::int
$$
