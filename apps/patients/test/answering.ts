import type { PersonDataQuestionV1 } from '#contracts';
import type { TestService } from '#testing';
import { headers, type Subscription } from '@nats-io/transport-node';

/** Lines of what another service holds about the person. */
export type Held = (asked: PersonDataQuestionV1) => object[];

/** The test answers as these services, a line a piece, as libs/event-bus/src/questions says. */
export async function answerAs(hospital: TestService, services: Record<string, Held>): Promise<() => Promise<void>> {
  const { connection } = hospital.broker;
  const subscriptions: Subscription[] = Object.entries(services).map(([service, held]) =>
    connection.subscribe(`ask.${service}.person-data.v1`, {
      callback: (error, message) => {
        if (error) throw error;
        const lines = held(message.json<PersonDataQuestionV1>());
        lines.forEach((line, piece) => publish(message.reply, { piece: String(piece) }, `${JSON.stringify(line)}\n`));
        publish(message.reply, { piece: String(lines.length), last: 'true' });
      },
    }),
  );
  const publish = (subject = '', marks: Record<string, string> = {}, text = '') => {
    const head = headers();
    for (const [name, value] of Object.entries(marks)) head.set(name, value);
    connection.publish(subject, text, { headers: head });
  };
  await connection.flush();
  return async () => {
    for (const subscription of subscriptions) subscription.unsubscribe();
    await connection.flush();
  };
}

export const aSection = (name: string): object => ({ section: { name, title: { 'zh-CN': name, en: name } } });
