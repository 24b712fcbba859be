import type { ReportedMedication } from './reported-medication.js';
import type { ReportedResult } from './reported-result.js';

export const exampleResult: ReportedResult = {
  orderNumber: 'L20260302017',
  placerNumber: 'YZ88021',
  code: 'CBC',
  name: '血常规',
  kind: 'laboratory',
  status: 'final',
  section: 'HM',
  observedAt: '2026-03-02T08:10:00+08:00',
  observations: [
    {
      code: 'WBC',
      name: '白细胞计数',
      value: '12.4',
      number: 12.4,
      unit: '10^9/L',
      referenceRange: '3.5-9.5',
      flags: 'H',
      abnormality: 'abnormal',
      status: 'final',
    },
  ],
  textParts: 0,
};

export const exampleMedication: ReportedMedication = {
  orderNumber: 'YZ90311',
  code: 'XC09AA01',
  name: '阿司匹林肠溶片 100mg',
  use: 'discharge',
  dose: '1',
  doseUnit: '片',
  route: 'PO',
  frequency: 'QD',
  startsAt: '2026-03-02T10:15:00+08:00',
  durationDays: 30,
  quantity: '30',
  quantityUnit: '片',
  orderedBy: { code: 'D0107', name: '李明' },
};
