import type { FollowUpNotificationRequestedV1, NotificationTarget } from '#contracts';
import type { EntityManager } from 'typeorm';

interface Place {
  departmentCode: string | null;
  departmentName: string | null;
}

/** Tells the discharging department's director on duty, else the centre's managers, that a patient refuses (FU-6). */
export async function refusal(tx: EntityManager, planId: string): Promise<FollowUpNotificationRequestedV1> {
  const [place]: Place[] = await tx.query(
    'SELECT department_code AS "departmentCode", department_name AS "departmentName" FROM plan WHERE id = $1',
    [planId],
  );
  const code = place?.departmentCode ?? null;
  const name = (place?.departmentName ?? code ?? '').slice(0, 60);
  const managers: NotificationTarget = { role: 'centre-manager' };
  const director: NotificationTarget | undefined =
    code === null ? undefined : { departmentCode: code.slice(0, 60), role: 'department-director' };
  return {
    purpose: 'follow-up.plan-refused',
    subjectType: 'plan',
    subjectId: planId,
    occasion: 'once',
    urgency: 'normal',
    titleZh: '患者拒绝随访',
    titleEn: 'Follow-up refused',
    textZh: `${name}一名出院患者拒绝随访，计划已终止。`,
    textEn: `A discharged patient${name === '' ? '' : ` of ${name}`} refuses follow-up; the plan has ended.`,
    link: `/follow-up/plans/${planId}`,
    to: [director ?? managers],
    next: director ? [managers] : [],
  };
}
