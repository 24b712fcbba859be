import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { isDatabaseAway } from './transact.js';

const failure = (work: () => unknown) =>
  Promise.resolve()
    .then(work)
    .then(
      () => undefined,
      (error: unknown) => error,
    );

describe('a database that is away', () => {
  it('is told by what PostgreSQL and the network say', async () => {
    const refused = await failure(
      () => new Promise((_, reject) => connect(1, '127.0.0.1').once('error', (error) => reject(error))),
    );
    const missingSocket = await failure(
      () => new Promise((_, reject) => connect('/nowhere/.s.PGSQL.5432').once('error', (error) => reject(error))),
    );
    for (const error of [
      refused,
      missingSocket,
      { code: '57P01' },
      { driverError: { code: '08006' } },
      { code: '53300' },
      { code: 'ECONNRESET', syscall: 'read' },
      { code: 'EAI_AGAIN', syscall: 'getaddrinfo' },
      { code: 'ENOTFOUND', syscall: 'getaddrinfo' },
      { code: 'EHOSTUNREACH', syscall: 'connect' },
      new Error('Connection terminated unexpectedly'),
      new Error('timeout exceeded when trying to connect'),
    ]) {
      expect({ error, away: isDatabaseAway(error) }).toMatchObject({ away: true });
    }
  });

  it('is not seen in a fault of the work', async () => {
    const missingFile = await failure(() => readFileSync('/nowhere/template.txt'));
    for (const error of [
      missingFile,
      { code: '23505' },
      { code: '57014' },
      { code: '40001' },
      new Error('no such ward'),
      'text',
      null,
      undefined,
    ]) {
      expect({ error, away: isDatabaseAway(error) }).toMatchObject({ away: false });
    }
  });
});
