-- Lines of documents as the register says now, where it says something else.
-- lines: table; documents: ids; facts: goods_facts.sql.
UPDATE %(lines)s line
   SET nibar = facts.nibar,
       kode_register = facts.kode_register,
       register = facts.register,
       kode = facts.kode,
       name = facts.name,
       merk_type = facts.merk_type,
       tahun_perolehan = facts.tahun_perolehan,
       jumlah = facts.jumlah,
       satuan = facts.satuan,
       nilai = facts.nilai,
       kondisi = facts.kondisi,
       from_unit_id = facts.from_unit_id,
       akumulasi = facts.akumulasi,
       buku = facts.buku,
       akumulasi_per = facts.akumulasi_per
  FROM (%(facts)s) facts
 WHERE line.document_id = ANY(%(documents)s) AND line.asset_id = facts.asset_id
   AND (line.nibar, line.kode_register, line.register, line.kode, line.name,
        line.merk_type, line.tahun_perolehan, line.jumlah, line.satuan, line.nilai,
        line.kondisi, line.from_unit_id, line.akumulasi, line.akumulasi_per)
       IS DISTINCT FROM
       (facts.nibar, facts.kode_register, facts.register, facts.kode, facts.name,
        facts.merk_type, facts.tahun_perolehan, facts.jumlah, facts.satuan, facts.nilai,
        facts.kondisi, facts.from_unit_id, facts.akumulasi, facts.akumulasi_per)
