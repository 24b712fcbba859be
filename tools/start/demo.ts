import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataOf, type HospitalClient, logIn } from '#client';
import { waitUntil } from '../backing-services/index.js';
import { playCommunities } from './demo-communities.js';
import { playComplaints } from './demo-complaints.js';
import { playErasures } from './demo-erasures.js';
import { playDataPackage } from './demo-data-package.js';
import { linkOf, playFollowUp, playPainRequest, playSegmentRun } from './demo-follow-up.js';
import { playFamilies } from './demo-families.js';
import { type DemoMessage, demoMessages, TRAIL } from './demo-messages.js';
import { playDuplicates } from './demo-duplicates.js';
import { playImport } from './demo-import.js';
import { playPromises } from './demo-promises.js';
import { playSegments } from './demo-segments.js';
import { playTags } from './demo-tags.js';
import { DEMO_USERS } from './demo-users.js';
import { playAnswers } from './demo-answers.js';
import { playWinBack } from './demo-win-back.js';
import { sendByMllp } from './mllp-sender.js';
import { describeTrail, type Trail } from './trail.js';

export interface DemoOptions {
  dataDir: string;
  gatewayUrl: string;
  mllp: { host: string; port: number };
  zone: string;
  clockOffsetFile?: string;
  /** Of apps/follow-up. */
  followUpDatabase: string;
  onLog: (line: string) => void;
}

/**
 * Plays the demo hospital's messages through the HL7 port where they have not arrived yet, and answers what became of
 * one discharge, as lines to print; and records what people write at their desks, each once. The bytes
 * are kept, so that sending them twice is a repeat and changes nothing.
 */
export async function playDemo({
  dataDir,
  gatewayUrl,
  mllp,
  zone,
  clockOffsetFile,
  followUpDatabase,
  onLog,
}: DemoOptions): Promise<string[]> {
  const messages = await keptMessages(join(dataDir, 'demo'), async () =>
    demoMessages(await now(clockOffsetFile), zone),
  );
  const gateway = await as(gatewayUrl, DEMO_USERS.admin);
  const shown = messages[TRAIL.number - 1]?.controlId ?? '';
  if ((await messageOf(gateway, shown)) === undefined) await send(mllp, messages, onLog);
  const trail = await followTrail(gateway, await as(gatewayUrl, DEMO_USERS.nurse), shown);
  await playScenes(gatewayUrl, onLog);
  const followed = async () => playSegmentRun(await as(gatewayUrl, DEMO_USERS.manager), await now(clockOffsetFile));
  await played('follow-up of a segment', followed(), onLog);
  if (trail.patient) {
    const { id } = trail.patient;
    await played('data package', playDataPackage(gateway, id), onLog);
  }
  return [...describeTrail(trail, shown), ...(await painLink(gatewayUrl, followUpDatabase, clockOffsetFile, onLog))];
}

/** By the hospital's clock, with which all that the services are made of comes in: loaded when it is asked, not before. */
async function now(clockOffsetFile: string | undefined): Promise<Date> {
  const { Clock } = await import('#platform');
  return new Clock(clockOffsetFile).now();
}

/** A link to try: what a patient gets by message after an operation (FU-4). */
async function painLink(
  gatewayUrl: string,
  database: string,
  clockOffsetFile: string | undefined,
  onLog: DemoOptions['onLog'],
): Promise<string[]> {
  let link: string | undefined;
  const asked = async () => {
    const patientId = await playPainRequest(await as(gatewayUrl, DEMO_USERS.nurse), await now(clockOffsetFile));
    link = patientId && (await linkOf(database, patientId));
  };
  await played('pain request', asked(), onLog);
  return link === undefined
    ? []
    : ['', 'A link as a patient gets it, to say how much it hurts (4 or more calls a doctor):', `  ${link}`];
}

/** What people of the hospital write at its desks. One that fails leaves the others as they are. */
async function playScenes(gatewayUrl: string, onLog: DemoOptions['onLog']): Promise<void> {
  const agent = await as(gatewayUrl, DEMO_USERS.agent);
  const manager = await as(gatewayUrl, DEMO_USERS.manager);
  await played('families', playFamilies(agent), onLog);
  await played('communities', playCommunities(manager), onLog);
  await played('request to erase somebody', playErasures(manager), onLog);
  await played('win-back', playWinBack(agent), onLog);
  await played('tags', playTags(agent), onLog);
  await played('promises', playPromises(agent), onLog);
  await played('complaints', playComplaints(agent, manager), onLog);
  await played('probable duplicate', playDuplicates(agent), onLog);
  await played('segments', playSegments(manager), onLog);
  await played('import', playImport(manager), onLog);
  const nurse = await as(gatewayUrl, DEMO_USERS.nurse);
  await played('answers', playAnswers(nurse), onLog);
  await played('follow-up', playFollowUp(manager, nurse), onLog);
}

async function played(what: string, scene: Promise<void>, onLog: DemoOptions['onLog']): Promise<void> {
  await scene.catch((error: unknown) => onLog(`the demo's ${what} could not be recorded: ${String(error)}`));
}

function as(baseUrl: string, { username, password }: { username: string; password: string }): Promise<HospitalClient> {
  return logIn({ baseUrl, fetch: patiently }, { username, password });
}

async function send(mllp: DemoOptions['mllp'], messages: DemoMessage[], onLog: DemoOptions['onLog']): Promise<void> {
  const codes = await sendByMllp(
    mllp,
    messages.map(({ bytes }) => bytes),
  );
  const refused = messages.filter((_, index) => codes[index] !== 'AA');
  const outcome =
    refused.length === 0 ? 'all acknowledged' : `not taken: ${refused.map((each) => each.controlId).join()}`;
  onLog(`${messages.length} HL7 messages sent to port ${mllp.port}, ${outcome}`);
}

/**
 * The whole trail, or as much of it as there is after a while: what is missing is then said. Administrators read what
 * arrived, but patients' names masked; nurses see who it is.
 */
async function followTrail(admin: HospitalClient, nurse: HospitalClient, controlId: string): Promise<Trail> {
  const trail: Trail = {};
  await waitUntil(
    async () => {
      trail.message ??= await messageOf(admin, controlId);
      trail.patient ??= await patientOf(nurse, TRAIL.mrn);
      if (trail.patient) trail.plan ??= await planOf(nurse, trail.patient.id);
      return trail.plan !== undefined;
    },
    { timeoutMs: 15_000, everyMs: 100 },
  );
  return trail;
}

/** The plan with its own trail, which names the event that made it. */
async function planOf(gateway: HospitalClient, patientId: string): Promise<Trail['plan']> {
  const [plan] = await itemsOf(
    gateway.GET('/follow-up/plans', { params: { query: { patientId, filter: `anchor eq 'discharge'` } } }),
  );
  return plan && dataOf(gateway.GET('/follow-up/plans/{id}', { params: { path: { id: plan.id } } }));
}

async function messageOf(gateway: HospitalClient, controlId: string): Promise<Trail['message']> {
  const [message] = await itemsOf(
    gateway.GET('/his/messages', { params: { query: { filter: `controlId eq '${controlId}'` } } }),
  );
  return message;
}

async function patientOf(gateway: HospitalClient, mrn: string): Promise<Trail['patient']> {
  const [patient] = await itemsOf(gateway.GET('/patients', { params: { query: { mrn } } }));
  return patient;
}

/** None as long as a service does not answer. */
async function itemsOf<T>(page: Promise<{ data?: { items: T[] }; response: Response }>): Promise<T[]> {
  const answer = await page;
  return answer.response.status >= 500 ? [] : (await dataOf(Promise.resolve(answer))).items;
}

function patiently(request: Request): Promise<Response> {
  return fetch(request, { signal: AbortSignal.timeout(10_000) });
}

/** The messages as they were made on the first start. The folder appears whole, or is made again. */
async function keptMessages(folder: string, make: () => Promise<DemoMessage[]>): Promise<DemoMessage[]> {
  if (!existsSync(folder)) {
    const draft = `${folder}.draft`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    for (const { controlId, bytes } of await make()) writeFileSync(join(draft, `${controlId}.hl7`), bytes);
    renameSync(draft, folder);
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.hl7'));
  return names
    .toSorted(new Intl.Collator('en', { numeric: true }).compare)
    .map((name) => ({ controlId: name.replace('.hl7', ''), bytes: readFileSync(join(folder, name)) }));
}
