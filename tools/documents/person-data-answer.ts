import { newId, PersonDataReading, type PersonDataLine } from '#platform';
import type { TestService } from '#testing';

/** Of nobody there is: what is looked for is that each store can be asked. */
const NOBODY = { patientIds: [newId()], recordNumbers: [{ issuer: 'NOBODY', value: newId() }] };

/** Names of the sections that a service gives of a person, asked as the service of patients asks it (PT-9). */
export async function sectionsAnswered(name: string, { app, broker }: TestService): Promise<string[]> {
  const sections: string[] = [];
  const take = (line: PersonDataLine) => 'section' in line && sections.push(line.section.name);
  if (name === 'patients') {
    for await (const line of app.get(PersonDataReading, { strict: false }).of(NOBODY.patientIds, NOBODY)) take(line);
    return sections;
  }
  const { connection } = broker;
  const answer = connection.subscribe('answer.patients.a-test', { timeout: 15_000 });
  connection.publish(`ask.${name}.person-data.v1`, JSON.stringify(NOBODY), { reply: 'answer.patients.a-test' });
  let text = '';
  for await (const piece of answer) {
    const fault = piece.headers?.get('fault');
    if (fault || piece.headers?.code)
      throw new Error(`${name} does not answer: ${fault || piece.headers?.description}`);
    if (piece.headers?.has('last')) break;
    text += piece.string();
    piece.respond();
  }
  for (const line of text.split('\n').filter(Boolean)) take(JSON.parse(line) as PersonDataLine);
  return sections;
}
