-- Lines of documents as the register says now, where it says something else.
-- lines: table; documents: ids; facts: goods_facts.sql of the goods of a line.
UPDATE %(lines)s line
   SET (nibar, kode_register, register, kode, name, merk_type, tahun_perolehan, jumlah,
        satuan, nilai, kondisi, from_unit_id, akumulasi, buku, akumulasi_per) = (
       SELECT facts.nibar, facts.kode_register, facts.register, facts.kode, facts.name,
              facts.merk_type, facts.tahun_perolehan, facts.jumlah, facts.satuan,
              facts.nilai, facts.kondisi, facts.from_unit_id, facts.akumulasi,
              facts.buku, facts.akumulasi_per
         FROM (%(facts)s) facts)
 WHERE line.document_id = ANY(%(documents)s)
   AND EXISTS (
       SELECT
         FROM (%(facts)s) facts
        WHERE (line.nibar, line.kode_register, line.register, line.kode, line.name,
               line.merk_type, line.tahun_perolehan, line.jumlah, line.satuan,
               line.nilai, line.kondisi, line.from_unit_id, line.akumulasi,
               line.akumulasi_per) IS DISTINCT FROM
              (facts.nibar, facts.kode_register, facts.register, facts.kode, facts.name,
               facts.merk_type, facts.tahun_perolehan, facts.jumlah, facts.satuan,
               facts.nilai, facts.kondisi, facts.from_unit_id, facts.akumulasi,
               facts.akumulasi_per))
