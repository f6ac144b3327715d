-- Divides a network over several PostgreSQL databases, its parts, by location: each location and its stations are in one of them. What is counted of them,
-- and when they are due, stays where it is. Before a network has come:
--
-- 1. In each part: a schema of the same name with a server's tables, which `ev-widgets-server --database PART --schema NAME`, started and stopped once, makes;
--    then part.sql in it.
-- 2. Here, likewise a schema with a server's tables, and in its database: CREATE EXTENSION postgres_fdw; a CREATE SERVER for each part, by the name that is told
--    of it, with OPTIONS (…, use_remote_estimate 'true', connect_timeout '2'); and a CREATE USER MAPPING for each.
-- 3. This script in the schema, then CALL divide('{east,west}') with the names of the parts, and the servers.
CREATE PROCEDURE divide(parts text[]) LANGUAGE plpgsql AS $$
DECLARE
  whole text;
BEGIN
  FOREACH whole IN ARRAY '{location,station}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I RENAME TO %I', whole, 'undivided_' || whole);
    EXECUTE format(
      'CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING IDENTITY) PARTITION BY LIST ((%I %% %s))',
      whole, 'undivided_' || whole, CASE whole WHEN 'location' THEN 'key' ELSE 'location' END, cardinality(parts)
    );
    EXECUTE format('DROP TABLE %I', 'undivided_' || whole);
    FOR place IN 1..cardinality(parts) LOOP
      EXECUTE format(
        'CREATE FOREIGN TABLE %I PARTITION OF %I FOR VALUES IN (%s) SERVER %I OPTIONS (schema_name %L, table_name %L)',
        whole || '_' || parts[place], whole, place - 1, parts[place], current_schema(), whole
      );
    END LOOP;
  END LOOP;
  INSERT INTO part (name) SELECT unnest(parts);
  -- Where questions look first: it holds something while a part is away.
  EXECUTE format('CREATE SCHEMA %I', current_schema() || '_answering');
END $$;

-- Finds out which parts answer. Questions are answered from those alone; what is written needs all.
CREATE FUNCTION follow_parts() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  answering text := current_schema() || '_answering';
  each part%ROWTYPE;
  whole text;
  answers boolean;
  has_changed boolean := false;
  there text[] := '{}';
BEGIN
  -- One server does so for all.
  IF NOT pg_try_advisory_xact_lock(hashtext(answering)) THEN
    RETURN;
  END IF;
  FOR each IN SELECT * FROM part ORDER BY name LOOP
    BEGIN
      EXECUTE format('SELECT FROM %I LIMIT 1', 'station_' || each.name);
      answers := true;
      there := there || each.name;
    EXCEPTION WHEN OTHERS THEN
      answers := false;
    END;
    has_changed := has_changed OR answers <> each.is_there;
    UPDATE part SET is_there = answers WHERE name = each.name AND is_there <> answers;
  END LOOP;
  IF NOT has_changed THEN
    RETURN;
  END IF;
  FOREACH whole IN ARRAY '{location,station}'::text[] LOOP
    EXECUTE format('DROP VIEW IF EXISTS %I.%I', answering, whole);
    CONTINUE WHEN cardinality(there) = (SELECT count(*) FROM part);
    EXECUTE format('CREATE VIEW %I.%I AS SELECT * FROM %I WHERE false', answering, whole, whole)
      || coalesce((SELECT string_agg(format(' UNION ALL SELECT * FROM %I', whole || '_' || name), '') FROM unnest(there) AS name), '');
  END LOOP;
  UPDATE network SET version = version + 1;
  PERFORM pg_notify('ev_widgets', '');
END $$;
