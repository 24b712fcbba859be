import type { ProtocolDefinition, ProtocolStep } from './protocol.rules.js';

/** Week n is days 7(n−1)+1 … 7n after the discharge; week 1 includes the day of discharge itself. */
function visitInWeek(number: number, week: number, nameZh: string): ProtocolStep {
  return {
    key: `visit-${number}`,
    nameZh,
    nameEn: `Visit ${number} (week ${week})`,
    window: { fromDay: week === 1 ? 0 : 7 * (week - 1) + 1, toDay: 7 * week },
    lapseAfterDays: 7,
  };
}

/** The default discharge protocol (FU-2) as the product ships it. Frozen: plans run by it. */
export const dischargeDefaultV1: ProtocolDefinition = {
  appliesTo: { anchor: 'discharge', classes: ['inpatient'] },
  steps: [
    visitInWeek(1, 1, '第一次回访（出院第1周）'),
    visitInWeek(2, 3, '第二次回访（出院第3周）'),
    visitInWeek(3, 6, '第三次回访（出院第6周）'),
    visitInWeek(4, 10, '第四次回访（出院第10周）'),
  ],
  recurrence: {
    key: 'recurring',
    nameZh: '定期回访',
    nameEn: 'Recurring visit',
    anchorDays: 70,
    everyMonths: 3,
    opensBeforeDays: 7,
    lapseAfterDays: 30,
  },
};
