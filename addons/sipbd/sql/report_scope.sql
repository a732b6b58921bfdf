-- Condition on sipbd_entry.asset_id: assets that some unit ever held until a date.
-- Whoever holds them at the date is among these, and few others are.
asset_id IN (SELECT held.asset_id
               FROM sipbd_entry held
               JOIN hr_department unit ON unit.id = held.unit_id
              WHERE held.booking_date <= %(until)s AND %(units)s)
