import { Weighted, type Seeded } from '../harness/seeded.js';

export interface MadeVisit {
  class: 'outpatient' | 'inpatient' | 'emergency' | 'exam';
  department: readonly [code: string, name: string];
  diagnoses: { code: string; name: string; type: string }[];
  beganAt: Date;
  endedAt: Date;
}

/** Most come once or twice, a few all the time: three visits a person. */
const COUNTS = new Weighted([
  [0, 10],
  [1, 30],
  [2, 22],
  [3, 13],
  [4, 9],
  [6, 7],
  [8, 5],
  [12, 3],
  [25, 1],
] as [number, number][]);
const CLASSES = new Weighted([
  ['outpatient', 70],
  ['inpatient', 15],
  ['emergency', 8],
  ['exam', 7],
] as [MadeVisit['class'], number][]);
const DEPARTMENTS = [
  ['03.01', '呼吸内科'],
  ['03.02', '消化内科'],
  ['03.04', '心血管内科'],
  ['03.08', '内分泌科'],
  ['04.01', '普通外科'],
  ['04.03', '骨科'],
  ['04.04', '泌尿外科'],
  ['05.01', '妇科'],
  ['07.01', '儿科'],
  ['10.01', '眼科'],
  ['20.01', '急诊医学科'],
  ['32.01', '体检中心'],
] as const;
const DIAGNOSES = new Weighted<[string, string]>([
  [['I10.x00', '原发性高血压'], 120],
  [['E11.900', '2型糖尿病'], 80],
  [['I25.103', '冠状动脉粥样硬化性心脏病'], 60],
  [['J18.900', '肺炎'], 45],
  [['J06.900', '急性上呼吸道感染'], 90],
  [['K29.500', '慢性胃炎'], 55],
  [['M51.202', '腰椎间盘突出'], 40],
  [['I63.900', '脑梗死'], 35],
  [['E78.500', '高脂血症'], 45],
  [['N20.000', '肾结石'], 25],
  [['K80.200', '胆囊结石'], 25],
  [['C34.900', '肺恶性肿瘤'], 15],
  [['H25.900', '老年性白内障'], 20],
  [['O80.000', '单胎顺产'], 18],
  [['J44.900', '慢性阻塞性肺病'], 20],
  [['M17.900', '膝骨关节炎'], 22],
  [['E04.902', '甲状腺结节'], 30],
  [['S52.500', '桡骨骨折'], 12],
  [['Z00.000', '一般健康体检'], 60],
  [['F41.900', '焦虑障碍'], 14],
]);
const LAST = Date.UTC(2026, 10, 20);

/** The visits of somebody known since then, in order. */
export function madeVisits(random: Seeded, since: Date): MadeVisit[] {
  const room = LAST - since.getTime();
  const times = Array.from({ length: COUNTS.draw(random) }, () => since.getTime() + random.next() * room);
  return times.toSorted((a, b) => a - b).map((at) => madeVisit(random, at));
}

function madeVisit(random: Seeded, at: number): MadeVisit {
  const kind = CLASSES.draw(random);
  const diagnoses = Array.from({ length: 1 + random.below(2) }, () => DIAGNOSES.draw(random));
  const hours = kind === 'inpatient' ? 24 * (2 + random.below(12)) : 2;
  return {
    class: kind,
    department: random.of(DEPARTMENTS),
    diagnoses: diagnoses.map(([code, name], nth) => ({ code, name, type: nth === 0 ? 'main' : 'other' })),
    beganAt: new Date(Math.floor(at)),
    endedAt: new Date(Math.floor(at + hours * 3_600_000)),
  };
}
