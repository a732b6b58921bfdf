-- Who acts for an office in a unit on a day, on documents of a kind: the sign-ins of its
-- holders. In an office that one person holds at a time, whoever acts for the holder
-- (Plh. before Plt.) comes first, if the SK lets him act on this kind. A closed sign-in
-- acts for nobody. PostgreSQL puts the query in place of the call (inlining).
CREATE OR REPLACE FUNCTION pemda_approval_acting(
    an_office integer, a_unit integer, a_kind integer, a_day date)
RETURNS TABLE (holder_id integer, user_id integer)
LANGUAGE sql STABLE AS $$
SELECT holder.id, holder.user_id
  FROM pemda_office_holder AS holder
  JOIN pemda_office AS office
    ON office.id = holder.office_id
   AND office.active
  JOIN res_users AS sign_in
    ON sign_in.id = holder.user_id
   AND sign_in.active
 WHERE holder.office_id = an_office
   AND holder.unit_id = a_unit
   AND holder.date_from <= a_day
   AND (holder.date_to IS NULL OR holder.date_to >= a_day)
   AND NOT EXISTS (
       SELECT FROM pemda_office_holder_kind_rel AS scope
        WHERE scope.holder_id = holder.id
       HAVING count(*) > 0 AND NOT bool_or(scope.kind_id = a_kind))
   AND NOT (office."single" AND EXISTS (
       SELECT FROM pemda_office_holder AS other
        WHERE other.office_id = holder.office_id
          AND other.unit_id = holder.unit_id
          AND other.date_from <= a_day
          AND (other.date_to IS NULL OR other.date_to >= a_day)
          AND array_position(ARRAY['plh', 'plt', 'definitif'], other.capacity::text)
              < array_position(ARRAY['plh', 'plt', 'definitif'], holder.capacity::text)
          AND NOT EXISTS (
              SELECT FROM pemda_office_holder_kind_rel AS scope
               WHERE scope.holder_id = other.id
              HAVING count(*) > 0 AND NOT bool_or(scope.kind_id = a_kind))))
$$
