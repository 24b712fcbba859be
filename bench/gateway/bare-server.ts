import fastify from 'fastify';
import pg from 'pg';
import { descendantsOf, survivorsOf } from '../../apps/patients/src/people/families.js';
import { serveCommands } from '../harness/child.js';

const PERSON = `SELECT * FROM person WHERE id IN (${survivorsOf('SELECT $1::uuid AS id')})`;
const FAMILY = `
  SELECT f.root,
         coalesce(array_agg(DISTINCT f.id::text) FILTER (WHERE f.id <> f.root), '{}') AS "mergedFrom",
         coalesce(jsonb_agg(jsonb_build_object('issuer', i.issuer, 'value', i.value, 'type', i.type)
                            ORDER BY i.issuer, i.value) FILTER (WHERE i.issuer IS NOT NULL), '[]') AS identifiers
    FROM (${descendantsOf('SELECT unnest($1::uuid[]) AS id')}) f
    LEFT JOIN LATERAL (SELECT * FROM person_identifier WHERE person_id = f.id OFFSET 0) i ON true
   GROUP BY f.root`;

/** Fastify and node-postgres with the statements of `GET /patients/{id}`, and nothing else. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 12 });
const server = fastify();
server.get<{ Params: { id: string } }>('/patients/:id', async ({ params }) => {
  const person = await pool.query({ name: 'person', text: PERSON, values: [params.id] });
  const family = await pool.query({ name: 'family', text: FAMILY, values: [[params.id]] });
  return { ...(person.rows[0] as object), ...(family.rows[0] as object) };
});
const address = await server.listen({ host: '127.0.0.1', port: 0 });
serveCommands({ address: () => Promise.resolve(address) });
