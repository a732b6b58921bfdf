-- Civil servants of some units at a date, one row each, as lists print them.
-- state: asn_printed at the date, or a snapshot of it; tree: the units, of now or of the
-- snapshot; units: condition on unit; chosen: the unit that is reported on; until: the
-- date.
SELECT state.employee_id, state.status_asn, unit.id AS unit_id,
       concat_ws(' ', unit.code, unit.name) AS unit_name,
       unit.code AS unit_code,
       -- the unit just below the reported one in which the person works
       coalesce(nullif(split_part(substr(
           unit.parent_path, length(%(chosen_path)s) + 1), '/', 1), '')::int,
           %(chosen)s) AS part_id,
       state.nama, state.nip, state.birthday AS tanggal_lahir,
       concat_ws(', ', nullif(state.tempat_lahir, ''),
                 to_char(state.birthday, 'DD-MM-YYYY')) AS ttl,
       CASE state.sex WHEN 'male' THEN 'L' WHEN 'female' THEN 'P' END AS jk,
       agama.name AS agama, agama.code AS agama_code, kawin.code AS kawin_code,
       CASE state.status_asn WHEN 'cpns' THEN 'CPNS' WHEN 'pns' THEN 'PNS'
            WHEN 'pppk' THEN 'PPPK' WHEN 'pppk_pw' THEN 'PPPK PW' END AS status,
       golongan.name AS golongan, golongan.family, golongan.rank AS golongan_rank,
       golongan.pangkat, state.tmt_golongan,
       state.nama_jabatan AS jabatan, state.jenis_jabatan, state.jabatan_id,
       state.tmt_jabatan, eselon.name AS eselon, eselon.code AS eselon_code,
       jenjang.code AS jenjang_code,
       masa.months / 12 AS mk_tahun, masa.months %% 12 AS mk_bulan, masa.months,
       tingkat.singkatan AS tingkat, tingkat.code AS tingkat_code,
       tingkat.rank AS tingkat_rank, state.pendidikan AS jurusan,
       nullif(state.tahun_lulus, 0) AS lulus,
       state.tmt_cpns, posisi.code AS kedudukan_code, posisi.in_duk,
       extract(year FROM age(%(until)s, state.birthday))::int AS usia,
       state.bup, state.tmt_pensiun, state.gaji_pokok, state.tmt_mkg
  FROM (%(state)s) state
  JOIN %(tree)s unit ON unit.id = state.seat_id
  LEFT JOIN sikda_golongan golongan ON golongan.id = state.golongan_id
  LEFT JOIN sikda_eselon eselon ON eselon.id = state.eselon_id
  LEFT JOIN sikda_jenjang jenjang ON jenjang.id = state.jenjang_id
  LEFT JOIN sikda_pendidikan_tingkat tingkat ON tingkat.id = state.pendidikan_tingkat_id
  LEFT JOIN sikda_kedudukan_hukum posisi ON posisi.id = state.kedudukan_hukum_id
  LEFT JOIN sikda_referensi agama ON agama.id = state.agama_id
  LEFT JOIN sikda_referensi kawin ON kawin.id = state.status_kawin_id
  LEFT JOIN LATERAL (
       SELECT state.mkg_tahun * 12 + coalesce(state.mkg_bulan, 0)
              + greatest(0, sikda_whole_months(state.tmt_mkg, %(until)s)) AS months
       ) masa ON TRUE
 WHERE state.asn_aktif AND %(units)s
