-- Distributes a network over the workers of Citus, by location: each location and its stations are on one of them. Countries and operators are on all; what is counted,
-- and when stations are due, stays on the coordinator. In a schema with a server's tables, before a network has come; the servers go on with the coordinator as their database.

-- What is unique over all workers, Citus can keep so by the distribution column alone. One transaction at a time writes, and looks up each id before.
ALTER TABLE location DROP CONSTRAINT location_id_key;
ALTER TABLE station DROP CONSTRAINT station_id_key, DROP CONSTRAINT station_pkey;
CREATE INDEX location_id ON location (id);
CREATE INDEX station_id ON station (id);
CREATE INDEX station_key ON station (key);
ALTER TABLE station ADD PRIMARY KEY (location, key);

-- It takes identity columns of bigint only.
ALTER TABLE scope ALTER COLUMN key TYPE int8;

SELECT create_reference_table('scope');
SELECT create_distributed_table('location', 'key');
SELECT create_distributed_table('station', 'location', colocate_with => 'location');
