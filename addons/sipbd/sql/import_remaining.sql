-- The semesters that "umur" stands for where it must be the remaining ones, else NULL;
-- twin of rules/masa_manfaat.py life_from_remaining.
CASE WHEN umur > 0 AND umur = trunc(umur) AND akumulasi < nilai_perolehan
          AND akumulasi >= 0
          AND mod(nilai_perolehan * umur, nilai_perolehan - akumulasi) = 0
          AND mod(
              div(nilai_perolehan * umur, nilai_perolehan - akumulasi), 2
          ) = 0
     THEN umur END
