import { Collector, dischargeMessage, eventually, scrape, sendUntilAnswered, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { alerts, dashboards, metricsIn } from '../deploy/dashboards.js';

const METRICS_TOKEN = 'metrics-token-of-the-test';
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('what operations see of a hospital', () => {
  let hospital: TestHospital;
  let collector: Collector;

  beforeAll(async () => {
    collector = await Collector.open();
    hospital = await TestHospital.open({
      METRICS_TOKEN,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      LOG_LEVEL: 'debug',
    });
  }, 120_000);

  afterAll(async () => {
    await hospital.close();
    await collector.close();
  });

  const spansOf = (traceId: string) => collector.spans.filter((span) => span.traceId === traceId);
  const titles = (traceId: string) => spansOf(traceId).map(({ service, name }) => `${service}: ${name}`);

  it('one trace leads from the MLLP message through the events into the follow-up plan, and names nobody', async () => {
    const at = Temporal.Now.zonedDateTimeISO('Asia/Shanghai').subtract({ hours: 2 });
    const message = dischargeMessage({ number: 4711001, at, name: '欧阳^追踪', pid: { 13: '13812340099^PRN^CP' } });
    expect(await sendUntilAnswered(hospital.mllp, [Buffer.from(message)])).toEqual(['AA']);
    await eventually(() => {
      const arrival = collector.spans.find(({ name }) => name === 'MLLP message');
      expect(titles(arrival?.traceId ?? '')).toEqual(
        expect.arrayContaining([
          'his: MLLP message',
          'his: publish his.visit.discharged.v1',
          'patients: handle his.visit.discharged.v1',
          'patients: publish patients.encounter.discharged.v1',
          'follow-up: handle patients.encounter.discharged.v1',
          'follow-up: publish follow-up.plan.created.v1',
        ]),
      );
    });
    expect(collector.texts.join('')).not.toMatch(/欧阳|追踪|13812340099|T4711001/);
  });

  it('a request continues its caller’s trace at the gateway and in the service behind it', async () => {
    const headers = { ...(await hospital.authorization()), traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };
    await fetch(`${hospital.stack.urls['gateway']}/patients?mrn=T4711001`, { headers });
    await eventually(() => expect(titles(TRACE)).toHaveLength(2));
    const gateway = spansOf(TRACE).find(({ service }) => service === 'gateway');
    const patients = spansOf(TRACE).find(({ service }) => service === 'patients');
    expect(gateway).toMatchObject({ name: 'GET /patients', parentSpanId: '00f067aa0ba902b7' });
    expect(patients).toMatchObject({ name: 'GET /patients', parentSpanId: gateway?.spanId });
  });

  it('a caller who does not record his trace is not recorded here', async () => {
    const silent = TRACE.replace('4bf9', 'aaaa');
    const headers = { ...(await hospital.authorization()), traceparent: `00-${silent}-00f067aa0ba902b7-00` };
    await fetch(`${hospital.stack.urls['gateway']}/patients?mrn=X`, { headers });
    headers.traceparent = headers.traceparent.replace('aaaa', 'bbbb').replace(/00$/, '01');
    await fetch(`${hospital.stack.urls['gateway']}/patients?mrn=X`, { headers });
    await eventually(() => expect(titles(silent.replace('aaaa', 'bbbb'))).toHaveLength(2));
    expect(titles(silent)).toEqual([]);
  });

  it('every metric of a dashboard or an alert is told by some service', async () => {
    const urls = Object.values(hospital.stack.urls);
    const scrapes = await Promise.all(urls.map((url) => scrape(url, METRICS_TOKEN)));
    const told = new Set(scrapes.flatMap(({ names }) => names));
    const panels = dashboards().flatMap((dashboard) => dashboard.panels);
    const expressions = [...panels.flatMap(({ targets }) => targets), ...alerts()].map(({ expr }) => expr);
    const asked = [...new Set(expressions.flatMap(metricsIn))];
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !told.has(name))).toEqual([]);
  });

  it('the figures follow what happened: messages, events and requests', async () => {
    const url = (service: string) => hospital.stack.urls[service] as string;
    await eventually(async () => {
      const [his, patients, followUp, gateway] = await Promise.all(
        ['his', 'patients', 'follow-up', 'gateway'].map((service) => scrape(url(service), METRICS_TOKEN)),
      );
      expect(his?.value('hospital_mllp_messages_total', { code: 'AA' })).toBe(1);
      expect(his?.value('hospital_relay_published_total')).toBe(1);
      expect(his?.value('hospital_relay_leader')).toBe(1);
      expect(patients?.value('hospital_consumer_events_total', { stream: 'his', outcome: 'handled' })).toBe(1);
      expect(patients?.value('hospital_consumer_active', { stream: 'his' })).toBe(1);
      expect(followUp?.value('hospital_consumer_lag')).toBe(0);
      expect(followUp?.value('hospital_outbox_unpublished')).toBe(0);
      expect(gateway?.value('hospital_gateway_upstream_duration_seconds_count', { service: 'patients' })).toBe(3);
    });
  });

  it('the gateway shows its metrics to the token, to whoever may see operations, and to nobody else', async () => {
    const gateway = `${hospital.stack.urls['gateway']}/metrics`;
    const status = async (headers: Record<string, string>) => (await fetch(gateway, { headers })).status;
    expect(await status({})).toBe(401);
    expect(await status({ authorization: `Bearer ${METRICS_TOKEN}` })).toBe(200);
    expect(await status(await hospital.authorization())).toBe(200);
    const behind = await fetch(`${hospital.stack.urls['gateway']}/ops/patients/metrics`, {
      headers: await hospital.authorization(),
    });
    expect(behind.status).toBe(404);
  });
});
