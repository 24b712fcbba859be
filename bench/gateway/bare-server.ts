import fastify from 'fastify';
import pg from 'pg';
import { serveCommands } from '../harness/child.js';

/** As apps/patients asks: the living record that answers for an id, with its record numbers and former ids. */
const PERSON = `
  SELECT person.*, family."mergedFrom", family.identifiers
    FROM person CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(DISTINCT f.id::text) FILTER (WHERE f.id <> f.root), '{}') AS "mergedFrom",
             coalesce(jsonb_agg(jsonb_build_object('issuer', i.issuer, 'value', i.value, 'type', i.type)
                                ORDER BY i.issuer, i.value) FILTER (WHERE i.issuer IS NOT NULL), '[]') AS identifiers
        FROM (WITH RECURSIVE named AS (SELECT person.id AS id), family (root, id) AS (
                SELECT id, id FROM named
                UNION ALL SELECT f.root, p.id FROM family f
                  CROSS JOIN LATERAL (SELECT id FROM person WHERE merged_into = f.id OFFSET 0) p
              ) SELECT root, id FROM family) f
        LEFT JOIN LATERAL (SELECT * FROM person_identifier WHERE person_id = f.id OFFSET 0) i ON true
       GROUP BY f.root) AS family
   WHERE person.id IN (
    WITH RECURSIVE named AS (SELECT $1::uuid AS id), upward (id, merged_into) AS (
      SELECT id, merged_into FROM person WHERE id IN (SELECT id FROM named)
      UNION SELECT p.id, p.merged_into FROM upward u
        CROSS JOIN LATERAL (SELECT id, merged_into FROM person WHERE id = u.merged_into OFFSET 0) p
    ) SELECT id FROM upward WHERE merged_into IS NULL)`;

/** Fastify and node-postgres with the statement of `GET /patients/{id}`, and nothing else. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 12 });
const server = fastify();
server.get<{ Params: { id: string } }>('/patients/:id', async ({ params }) => {
  const person = await pool.query({ name: 'person', text: PERSON, values: [params.id] });
  return person.rows[0] as object;
});
const address = await server.listen({ host: '127.0.0.1', port: 0 });
serveCommands({ address: () => Promise.resolve(address) });
