-- What an earlier file said and nobody has decided goes when a later file speaks of the
-- same people; so does what was told as decided before: the decision itself stays.
-- work: see import_pegawai_stage.sql.
DELETE FROM sikda_selisih
 USING %(work)s AS work
 WHERE sikda_selisih.employee_id = work.employee_id
   AND (sikda_selisih.state = 'open' OR sikda_selisih.decided_before)
   AND work.usable
