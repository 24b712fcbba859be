import type { Person } from './demo-person.js';

/** A message of results or orders, but for its header and PID. */
export interface ClinicalMessage {
  type: string;
  at: string;
  person: Person;
  lines: string[];
}

type At = (daysAgo: number, hour: number) => string;

/** What the laboratory, the X-ray room and the pharmacy tell of the demo hospital's patients. */
export function clinicalMessages({ wang, li, sun }: Record<'wang' | 'li' | 'sun', Person>, at: At): ClinicalMessage[] {
  return [
    { type: 'ORU^R01', at: at(2, 9), person: wang, lines: bloodLipids(at) },
    { type: 'ORU^R01', at: at(3, 9), person: li, lines: kneeXRay(at) },
    { type: 'ORU^R01', at: at(1, 9), person: sun, lines: pregnancyTest(at) },
    { type: 'RDE^O11', at: at(2, 10), person: wang, lines: drugsToTakeHome(at) },
    { type: 'RDS^O13', at: at(2, 11), person: wang, lines: handedOut(at) },
  ];
}

function bloodLipids(at: At): string[] {
  return [
    'PV1|1|I|||||||||||||||||V0001',
    obr('YZ1001', 'L1001', 'LIPID^血脂四项', at(2, 7), 'CH'),
    'OBX|1|NM|TC^总胆固醇||6.31|mmol/L|<5.2|H|||F',
    'OBX|2|NM|LDL^低密度脂蛋白胆固醇||4.12|mmol/L|<3.4|H|||F',
    'OBX|3|NM|HDL^高密度脂蛋白胆固醇||1.21|mmol/L|>1.0|N|||F',
    'OBX|4|NM|K^钾||2.4|mmol/L|3.5-5.3|LL|||F',
  ];
}

function kneeXRay(at: At): string[] {
  return [
    'PV1|1|I|||||||||||||||||V0002',
    obr('YZ1002', 'X1002', 'XRKNEE^右膝关节正侧位片', at(7, 9), 'RAD'),
    'OBX|1|TX|FINDING^检查所见||右膝关节置换术后，假体位置良好。~未见骨折及脱位。||||||F',
    'OBX|2|TX|IMP^诊断意见||右膝关节置换术后改变，建议3个月后复查。||||||F',
  ];
}

/** Of what the hospital calls sensitive: an agent sees that there is a result, and no more. */
function pregnancyTest(at: At): string[] {
  return [
    'PV1|1|O|||||||||||||||||V0005',
    obr('YZ1003', 'L1003', 'HCG^人绒毛膜促性腺激素', at(1, 8), 'CH'),
    'OBX|1|NM|HCG^HCG||2.1|IU/L|<5|N|||F',
  ];
}

function drugsToTakeHome(at: At): string[] {
  const order = (number: string) => `ORC|NW|${number}|||||||${at(2, 10)}|||DR01^刘^洋|||||||||||||||||出院带药`;
  return [
    'PV1|1|I|||||||||||||||||V0001',
    ...[order('CF2001'), 'RXE||XC09AA01^阿司匹林肠溶片 100mg|1||片||餐前|||30|片'],
    ...[`TQ1|1||QD&每日一次|||30^天|${at(2, 10)}`, 'RXR|PO^口服'],
    ...[order('CF2002'), 'RXE||XC10AA05^阿托伐他汀钙片 20mg|1||片|||||28|片'],
    ...[`TQ1|1||QN&每晚一次|||28^天|${at(2, 10)}`, 'RXR|PO^口服'],
  ];
}

const handedOut = (at: At): string[] => [
  'ORC|RE|CF2001|PH3001',
  `RXD|1|XC09AA01^阿司匹林肠溶片 100mg|${at(2, 11)}|30|片`,
];

/** 2 slip, 3 number of the laboratory, 4 what, 7 when examined, 24 section, 25 final. */
function obr(placer: string, filler: string, what: string, observed: string, section: string): string {
  return `OBR|1|${placer}|${filler}|${what}|||${observed}|||||||||||||||||${section}|F`;
}
