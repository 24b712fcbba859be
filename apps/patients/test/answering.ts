import type { PersonDataQuestionV1 } from '#contracts';
import type { TestService } from '#testing';
import { headers, type Subscription } from '@nats-io/transport-node';

/** Lines of another service's answer. */
export type Held<Q = PersonDataQuestionV1> = (asked: Q) => object[];

/** The test answers as these services, a line a piece, as libs/event-bus/src/questions says. */
export async function answerAs<Q = PersonDataQuestionV1>(
  hospital: TestService,
  services: Record<string, Held<Q>>,
  question = 'person-data.v1',
): Promise<() => Promise<void>> {
  const { connection } = hospital.broker;
  const subscriptions: Subscription[] = Object.entries(services).map(([service, held]) =>
    connection.subscribe(`ask.${service}.${question}`, {
      callback: (error, message) => {
        if (error) throw error;
        const lines = held(message.json<Q>());
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
