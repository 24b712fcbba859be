import iconv from 'iconv-lite';
import { Temporal } from 'temporal-polyfill';
import { clinicalMessages } from './demo-clinical.js';
import type { Person } from './demo-person.js';

/** One HL7 message of the demo hospital, as its bytes go over the wire. */
export interface DemoMessage {
  /** MSH-10. */
  controlId: string;
  bytes: Uint8Array;
}

const WANG_WEI: Person = { mrn: 'D0001', name: '王^伟', birth: '19620318', sex: 'M', phone: '13800138001' };
const LI_XIUYING: Person = { mrn: 'D0002', name: '李^秀英', birth: '19550902', sex: 'F', phone: '13800138002' };
const CHEN_JING: Person = { mrn: 'D0003', name: '陈^静', birth: '19880214', sex: 'F', phone: '13800138003' };
const ZHAO_GUOQIANG: Person = { mrn: 'D0004', name: '赵^国强', birth: '19360711', sex: 'M', phone: '13800138004' };
const SUN_LI: Person = { mrn: 'D0005', name: '孙^丽', birth: '19951130', sex: 'F', phone: '13800138005' };
/** In GB 18030 the second bytes of 葉 and 珅 are `~` and `|`: a parser that splits before it decodes breaks the name. */
const YE_DONGSHEN: Person = { mrn: 'D0006', name: '葉^东珅', birth: '19790101', sex: 'M', phone: '13800138006' };

/** Was here once and came no more: churned, and won back (PT-5). */
const HE_JIANMIN: Person = { mrn: 'D0008', name: '何^建民', birth: '19710825', sex: 'M', phone: '13800138018' };

/** Whose discharge the start shows from end to end. */
export const TRAIL = { mrn: YE_DONGSHEN.mrn, number: 8 };

const CARDIOLOGY = '^^^03.04&心血管内科';
const ORTHOPAEDICS = '^^^04.03&骨科';
const NEUROLOGY = '^^^03.03&神经内科';

/**
 * A small ward's last days, counted back from today: stays, discharges, an operation, a death, a new phone number;
 * and somebody who was here half a year ago; and their results and drugs.
 */
export function demoMessages(now: Date, zone: string): DemoMessage[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).startOfDay();
  const at = (daysAgo: number, hour: number) => timestamp(today.subtract({ days: daysAgo }).add({ hours: hour }));
  const [wang, li, zhao, ye] = [stay('1', at(9, 9)), stay('2', at(12, 10)), stay('4', at(6, 3)), stay('6', at(8, 15))];
  const write = new Writer(at(0, 0));
  return [
    write.message('A01', at(9, 9), WANG_WEI, wang(CARDIOLOGY)),
    write.message('A03', at(2, 10), WANG_WEI, wang(CARDIOLOGY, at(2, 10)), [
      'DG1|1||I25.1^冠状动脉粥样硬化性心脏病^I10|||F',
    ]),
    write.message('A08', at(1, 9), { ...WANG_WEI, phone: '13900139001' }, wang(CARDIOLOGY, at(2, 10))),
    write.message('A03', at(3, 11), LI_XIUYING, li(ORTHOPAEDICS, at(3, 11)), [
      'DG1|1||M17.1^原发性膝关节病^I10|||F',
      `PR1|1||81.5400^全膝关节置换术^I9C3||${at(8, 14)}`,
    ]),
    write.message('A01', at(1, 16), CHEN_JING, stay('3', at(1, 16))(NEUROLOGY)),
    write.message('A03', at(4, 5), { ...ZHAO_GUOQIANG, deceased: true }, zhao(CARDIOLOGY, at(4, 5), '20')),
    write.message('A04', at(1, 8), SUN_LI, visit(at(1, 8))(NEUROLOGY)),
    write.message(
      'A03',
      at(1, 11),
      YE_DONGSHEN,
      ye(ORTHOPAEDICS, at(1, 11)),
      ['DG1|1||S82.6^外踝骨折^I10|||F'],
      'GB 18030-2000',
    ),
    write.message('A04', at(200, 9), HE_JIANMIN, visit(at(200, 9), 'V0008')(CARDIOLOGY)),
    ...clinicalMessages({ wang: WANG_WEI, li: LI_XIUYING, sun: SUN_LI }, at).map(({ type, at: when, person, lines }) =>
      write.order(type, when, person, lines),
    ),
  ];
}

const stay = (number: string, admitted: string) => pv1('I', `V000${number}`, admitted);
const visit = (admitted: string, number = 'V0005') => pv1('O', number, admitted);

/** 2 class, 3 place, 7 doctor, 19 visit number, 36 disposition, 44 admitted, 45 discharged. */
function pv1(visitClass: 'I' | 'O', number: string, admitted: string) {
  return (department: string, discharged = '', disposition = ''): string =>
    segment('PV1', {
      ...{ 1: '1', 2: visitClass, 3: department, 7: 'DR01^刘^洋', 19: number },
      ...{ 36: disposition, 44: admitted, 45: discharged },
    });
}

type Charset = 'UNICODE UTF-8' | 'GB 18030-2000';

class Writer {
  private count = 0;

  /** @param day distinguishes the control ids of demo hospitals made on different days */
  constructor(private readonly day: string) {}

  message(
    event: string,
    at: string,
    person: Person & { deceased?: boolean },
    visitSegment: string,
    more: string[] = [],
    charset: Charset = 'UNICODE UTF-8',
  ): DemoMessage {
    return this.write(`ADT^${event}`, at, [`EVN|${event}|${at}`, pid(person), visitSegment, ...more], charset);
  }

  /** Results, or orders for drugs. */
  order(type: string, at: string, person: Person, lines: string[]): DemoMessage {
    return this.write(type, at, [pid(person), ...lines], 'UNICODE UTF-8');
  }

  private write(type: string, at: string, lines: string[], charset: Charset): DemoMessage {
    const controlId = `DEMO-${this.day.slice(0, 8)}-${++this.count}`;
    const header = `MSH|^~\\&|HIS|DEMO|CSC|HOSPITAL|${at}||${type}|${controlId}|P|2.5.1|||||CHN|${charset}`;
    const text = `${[header, ...lines].join('\r')}\r`;
    const bytes = charset === 'UNICODE UTF-8' ? Buffer.from(text, 'utf8') : iconv.encode(text, 'gb18030');
    return { controlId, bytes };
  }
}

function pid({ mrn, name, birth, sex, phone, deceased = false }: Person & { deceased?: boolean }): string {
  const identity = { 1: '1', 3: `${mrn}^^^HIS^MR`, 5: name, 7: birth, 8: sex, 13: `${phone}^PRN^CP` };
  return segment('PID', deceased ? { ...identity, 30: 'Y' } : identity);
}

function segment(name: string, fields: Record<number, string>): string {
  const last = Math.max(...Object.keys(fields).map(Number));
  return [name, ...Array.from({ length: last }, (_, index) => fields[index + 1] ?? '')].join('|');
}

/** HL7's time with the hospital's offset: 20261122103000+0800. */
function timestamp(time: Temporal.ZonedDateTime): string {
  const local = time.toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/[-:T]/g, '');
  return `${local}${time.offset.replace(':', '')}`;
}
