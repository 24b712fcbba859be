import type { Abnormality, MedicationUse, ResultKind } from '#contracts';

/** HL7 table 0074 (diagnostic service section), and what Chinese systems write in its place. */
export const RESULT_SECTIONS: Readonly<Record<string, ResultKind>> = {
  ...kindOf('laboratory', 'BG BLB CH HM IMM LAB MB MCB MYC SR TX URN VR RC 检验 检验科 生化 免疫 微生物 临检'),
  ...kindOf(
    'imaging',
    'RAD RX RUS OUS VUS CUS US XRC CT CTH CR DR DX MG MR NMR NMS PT XR PET RF 放射 影像 超声 核医学',
  ),
  ...kindOf('pathology', 'SP CP PAT 病理 病理科'),
  ...kindOf('other', 'EC EN EEG EMG AU CG PF OTH 心电图 内镜 脑电图'),
};

/** HL7 table 0078, and what Chinese laboratories print. */
export const ABNORMAL_FLAGS: Readonly<Record<string, Abnormality>> = {
  ...kindOf('normal', 'N NEG S SUS ND NR 正常 阴性 -'),
  ...kindOf('abnormal', 'L H A < > U D B W R I MS VS POS RR WR DET IND AC ↑ ↓ 高 低 偏高 偏低 异常 阳性 + ±'),
  ...kindOf('critical', 'LL HH AA LU HU ↑↑ ↓↓ 危急 危急值'),
};

/** HL7 table 0482 (order type), and what Chinese systems write in its place. */
export const MEDICATION_ORDER_TYPES: Readonly<Record<string, MedicationUse>> = {
  I: 'inpatient',
  O: 'outpatient',
  D: 'discharge',
  住院: 'inpatient',
  住院医嘱: 'inpatient',
  门诊: 'outpatient',
  门诊处方: 'outpatient',
  出院带药: 'discharge',
};

function kindOf<T>(kind: T, codes: string): Record<string, T> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, kind]));
}
