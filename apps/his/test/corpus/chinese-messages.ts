import iconv from 'iconv-lite';
import { segment } from './an-adt.js';

/** What the stored `own-*.hl7` files contain; the corpus test checks that file and code agree byte for byte. */
export interface OwnMessage {
  readonly file: string;
  readonly encoding: 'utf8' | 'gb18030';
  readonly segments: readonly string[];
}

/** MSH-1 is the bar itself, so what follows `MSH|` is MSH-2. */
const header = (event: string, id: string, charset?: string): string => headerOf(`ADT^${event}`, id, charset);

const headerOf = (type: string, id: string, charset?: string): string =>
  segment('MSH', {
    1: '^~\\&',
    2: 'HIS',
    3: '市一医院',
    4: 'CSC',
    5: 'CSC',
    6: '20260131103000',
    8: type,
    9: id,
    10: 'P',
    11: '2.4',
    ...(charset === undefined ? {} : { 17: charset }),
  });

const discharge = (visitNumber: string, disposition = '1^医嘱离院'): string =>
  segment('PV1', {
    1: '1',
    2: 'I',
    3: 'W12^08^03^020101&心血管内科',
    7: 'D017^^李敏',
    19: visitNumber,
    36: disposition,
    44: '20260120091500',
    45: '20260131100000',
  });

const yeDongshen = { 1: '1', 3: '00088001^^^HIS^MR', 5: '葉东珅' };

export const OWN_MESSAGES: readonly OwnMessage[] = [
  {
    file: 'own-a03-gb18030.hl7',
    encoding: 'gb18030',
    segments: [
      header('A03', 'CN0001', 'GB 18030-2000'),
      'EVN|A03|20260131100500',
      segment('PID', {
        ...yeDongshen,
        7: '1949-12-31',
        8: '女',
        11: '北京市朝阳区誠信路1号琟苑',
        13: '13800138000',
        19: '11010519491231002X',
      }),
      discharge('ZY20260001'),
      'DG1|1||I21.900^急性心肌梗死||20260120|F',
    ],
  },
  {
    file: 'own-a03-gb18030-undeclared.hl7',
    encoding: 'gb18030',
    segments: [
      header('A03', 'CN0002'),
      segment('PID', { ...yeDongshen, 7: '19491231', 8: '2' }),
      discharge('ZY20260001'),
    ],
  },
  {
    file: 'own-a01-utf8.hl7',
    encoding: 'utf8',
    segments: [
      header('A01', 'CN0003', 'UNICODE UTF-8'),
      'EVN|A01|20260120091500',
      segment('PID', { 1: '1', 3: '00088002^^^HIS^MR', 5: '张^三', 7: '19280410000000', 8: '1', 13: '010-62345678' }),
      segment('PV1', {
        1: '1',
        2: '住院',
        3: 'W12^08^03^020101&心血管内科',
        7: 'D017^李^敏',
        19: 'ZY20260002',
        44: '20260120091500',
      }),
    ],
  },
  {
    file: 'own-a03-utf8.hl7',
    encoding: 'utf8',
    segments: [
      header('A03', 'CN0004', 'UNICODE UTF-8'),
      'EVN|A03|20260131100500',
      segment('PID', { 1: '1', 3: '00088002^^^HIS^MR', 5: 'ZhangSan^张三', 7: '19280410', 8: '1' }),
      discharge('ZY20260002'),
      'PR1|1||36.0601^冠状动脉支架置入术||20260121140000',
    ],
  },
  {
    file: 'own-a03-deceased.hl7',
    encoding: 'utf8',
    segments: [
      header('A03', 'CN0005', 'UNICODE UTF-8'),
      'EVN|A03|20260131100500',
      segment('PID', {
        1: '1',
        3: '00088003^^^HIS^MR',
        5: '^胡某某',
        7: '19400229',
        8: '女',
        29: '20260131094500',
        30: 'Y',
      }),
      discharge('ZY20260003', '5^死亡'),
    ],
  },
  {
    file: 'own-a40.hl7',
    encoding: 'utf8',
    segments: [
      header('A40', 'CN0006', 'UNICODE UTF-8'),
      'EVN|A40|20260201080000',
      'PID|1||00088002^^^HIS^MR||张三||19280410|男',
      'MRG|00099002^^^HIS^MR',
      'PID|2||00088004^^^HIS^MR||李四||19650704|女',
      'MRG|00099004^^^HIS^MR~00099005^^^HIS^MR',
    ],
  },
  {
    file: 'own-oru-lab-gb18030.hl7',
    encoding: 'gb18030',
    segments: [
      headerOf('ORU^R01', 'CN0007', 'GB 18030-2000'),
      segment('PID', { ...yeDongshen, 7: '19491231', 8: '2' }),
      'PV1|1|I|W12^08^03||||||||||||||||ZY20260001',
      'ORC|RE|YZ88021|L20260131001',
      'OBR|1|YZ88021|L20260131001|CBC^血常规|||20260131080000|||||||||D017^^李敏||||||20260131101500||检验|F',
      'OBX|1|NM|WBC^白细胞计数||12.4|10^9/L|3.5~9.5|↑|||F',
      'OBX|2|NM|HGB^血红蛋白||131|g/L|115-150||||F',
      'OBX|3|NM|PLT^血小板计数||22|10^9/L|125-350|危急值|||F',
      'OBX|4|ST|CRP^超敏C反应蛋白||阳性(+)||阴性||||F',
    ],
  },
  {
    file: 'own-oru-imaging-utf8.hl7',
    encoding: 'utf8',
    segments: [
      headerOf('ORU^R01^ORU_R01', 'CN0008', 'UNICODE UTF-8'),
      'PID|1||00088002^^^HIS^MR||张三||19280410|男',
      'OBR|1|YZ88033|CT20260131007|CTCHEST^胸部CT平扫|||20260131090000|||||||||||||||20260131113000||CT|F',
      'OBX|1|TX|FINDING^检查所见|1|双肺纹理增多。||||||F',
      'OBX|2|TX|FINDING^检查所见|2|右肺上叶见磨玻璃结节，约5*6mm。~纵隔未见肿大淋巴结。||||||F',
      'OBX|3|TX|IMP^诊断意见||右肺上叶磨玻璃结节，建议3个月后复查。|||A|||F',
    ],
  },
  {
    file: 'own-oru-withdrawn.hl7',
    encoding: 'utf8',
    segments: [
      headerOf('ORU^R01', 'CN0009', 'UNICODE UTF-8'),
      'PID|1||00088002^^^HIS^MR||张三||19280410|男',
      'OBR|1|YZ88033|CT20260131007|CTCHEST^胸部CT平扫|||||||||||||||||||||X',
    ],
  },
  {
    file: 'own-rde-discharge.hl7',
    encoding: 'utf8',
    segments: [
      headerOf('RDE^O11^RDE_O11', 'CN0010', 'UNICODE UTF-8'),
      'PID|1||00088002^^^HIS^MR||张三||19280410|男',
      'PV1|1|I|W12^08^03||||||||||||||||ZY20260002',
      segment('ORC', { 1: 'NW', 2: 'CF5501', 9: '20260131095000', 12: 'D017^李^敏', 29: '出院带药' }),
      segment('RXE', { 2: 'XC09AA01^阿司匹林肠溶片 100mg', 3: '1', 5: '片', 7: '餐前', 10: '30', 11: '片' }),
      segment('TQ1', { 1: '1', 3: 'QD&每日一次', 6: '30^天', 7: '20260131' }),
      'RXR|PO^口服',
      segment('ORC', { 1: 'NW', 2: 'CF5502', 9: '20260131095000', 29: '出院带药' }),
      segment('RXE', { 1: '^BID^D14^20260131', 2: 'XC07AB02^美托洛尔缓释片', 3: '47.5', 5: 'mg' }),
    ],
  },
  {
    file: 'own-rde-stopped.hl7',
    encoding: 'utf8',
    segments: [
      headerOf('RDE^O01', 'CN0011', 'UNICODE UTF-8'),
      'PID|1||00088002^^^HIS^MR||张三||19280410|男',
      'ORC|DC|CF5502',
      segment('RXE', { 2: 'XC07AB02^美托洛尔缓释片' }),
    ],
  },
  {
    file: 'own-rds.hl7',
    encoding: 'utf8',
    segments: [
      headerOf('RDS^O13^RDS_O13', 'CN0012', 'UNICODE UTF-8'),
      'PID|1||00088002^^^HIS^MR||张三||19280410|男',
      'ORC|RE|CF5501|Y77',
      'RXD|1|XC09AA01^阿司匹林肠溶片 100mg|20260131104000|30|片',
    ],
  },
];

export const bytesOf = (message: OwnMessage): Buffer =>
  iconv.encode(message.segments.map((segment) => `${segment}\r`).join(''), message.encoding);
