import iconv from 'iconv-lite';
import { segment } from './an-adt.js';

/** What the stored `own-*.hl7` files contain; the corpus test checks that file and code agree byte for byte. */
export interface OwnMessage {
  readonly file: string;
  readonly encoding: 'utf8' | 'gb18030';
  readonly segments: readonly string[];
}

/** MSH-1 is the bar itself, so what follows `MSH|` is MSH-2. */
const header = (event: string, id: string, charset?: string): string =>
  segment('MSH', {
    1: '^~\\&',
    2: 'HIS',
    3: '市一医院',
    4: 'CSC',
    5: 'CSC',
    6: '20260131103000',
    8: `ADT^${event}`,
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
];

export const bytesOf = (message: OwnMessage): Buffer =>
  iconv.encode(message.segments.map((segment) => `${segment}\r`).join(''), message.encoding);
