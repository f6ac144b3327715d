-- Makes a database, in whose schema a server's tables are, a part of one that is divided: see divide.sql. Keys come from there.
ALTER TABLE location ALTER COLUMN key DROP IDENTITY;
ALTER TABLE station ALTER COLUMN key DROP IDENTITY;
