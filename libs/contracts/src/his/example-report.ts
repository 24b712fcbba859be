import type { HisReport } from './his-report.js';
import type { ReportedVisit } from './reported-visit.js';

export const exampleReport: HisReport = {
  messageId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  partner: 'demo-his',
  recordKey: 'DEMO-HIS|10023456',
  eventTime: '2026-03-02T10:15:00+08:00',
  patient: {
    primary: { issuer: 'DEMO-HIS', value: '10023456', type: 'MR' },
    identifiers: [{ issuer: 'DEMO-HIS', value: '10023456', type: 'MR' }],
    name: '葉东珅',
    sex: 'male',
    birthDate: '1968-05-12',
    phones: ['13800138000'],
  },
};

export const exampleVisit: ReportedVisit = {
  visitNumber: 'ZY20260221001',
  class: 'inpatient',
  departmentCode: '03.01',
  departmentName: '呼吸内科专业',
  attendingDoctor: { code: 'D0107', name: '李明' },
  admittedAt: '2026-02-21T09:00:00+08:00',
  dischargedAt: '2026-03-02T10:15:00+08:00',
  disposition: '1',
  diagnoses: [{ code: 'J18.9', name: '肺炎', type: 'F' }],
  procedures: [],
};
