-- What an earlier file said and nobody has decided goes when a later file speaks of the
-- same people. work: see import_pegawai_stage.sql.
DELETE FROM sikda_selisih
 USING %(work)s AS work
 WHERE sikda_selisih.employee_id = work.employee_id AND sikda_selisih.state = 'open'
   AND work.usable
