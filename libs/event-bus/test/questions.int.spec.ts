import { PersonDataQuestionV1 } from '#contracts';
import { EventBusModule, NoAnswerError, Questions } from '#event-bus';
import { PlatformModule, ServiceConfig } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { headers } from '@nats-io/transport-node';
import { busMigrations } from './bus-under-test.js';

@Module({
  imports: [
    PlatformModule.forService({
      service: 'patients',
      config: ServiceConfig,
      database: { entities: [], migrations: busMigrations },
    }),
    EventBusModule.forService('patients'),
  ],
})
class AskingModule {}

const QUESTION: PersonDataQuestionV1 = { patientIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c0a'], recordNumbers: [] };

let hospital: TestService;
beforeAll(async () => {
  hospital = await startTestService({ service: 'patients', module: AskingModule, migrations: busMigrations });
});
afterAll(() => hospital.stop());

async function ask(service = 'follow-up'): Promise<string[]> {
  const lines: string[] = [];
  const { signal } = new AbortController();
  for await (const line of hospital.app.get(Questions).ask(PersonDataQuestionV1, service, QUESTION, signal)) {
    lines.push(line);
  }
  return lines;
}

type Piece = { marks: Record<string, string>; text?: string };

/** The test answers as follow-up, with these pieces. @returns what undoes it, and how many pieces were taken */
function answering(...pieces: Piece[]) {
  const { connection } = hospital.broker;
  const state = { taken: 0 };
  const takes = connection.subscribe('ask.follow-up.taken.test', {
    callback: () => void (state.taken += 1),
  });
  const asked = connection.subscribe('ask.follow-up.person-data.v1', {
    callback: (_error, { reply = '' }) => {
      for (const { marks, text = '' } of pieces) {
        const head = headers();
        for (const [name, value] of Object.entries(marks)) head.set(name, value);
        connection.publish(reply, text, { headers: head, reply: 'ask.follow-up.taken.test' });
      }
    },
  });
  const stop = () => {
    takes.unsubscribe();
    asked.unsubscribe();
  };
  return { state, stop, ready: connection.flush() };
}

describe('decision 3: a question to another service', () => {
  it('has an answer of many pieces, each asked for when the one before was taken', async () => {
    const { ready, state, stop } = answering(
      { marks: { piece: '0' }, text: 'one\ntw' },
      { marks: { piece: '1' }, text: 'o\n' },
      { marks: { piece: '2', last: 'true' } },
    );
    await ready;
    expect(await ask()).toEqual(['one', 'two']);
    await eventually(() => expect(state.taken).toBe(2));
    stop();
  });

  it('is refused at once when the service is not there', async () => {
    await expect(ask('his')).rejects.toThrow(NoAnswerError);
    await expect(ask('his')).rejects.toThrow('his does not answer: nobody listens');
  });

  it.each<[string, Piece[]]>([
    ['a piece was lost', [{ marks: { piece: '0' }, text: 'one\n' }, { marks: { piece: '2', last: 'true' } }]],
    [
      'QueryFailedError',
      [{ marks: { piece: '0' }, text: 'one\n' }, { marks: { piece: '1', fault: 'QueryFailedError' } }],
    ],
  ])('is not answered when %s', async (fault, pieces) => {
    const { ready, stop } = answering(...pieces);
    await ready;
    await expect(ask()).rejects.toThrow(`follow-up does not answer: ${fault}`);
    stop();
  });
});
