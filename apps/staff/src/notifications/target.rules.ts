import type { NotificationTarget, Role } from '#contracts';

/** A target as exactly one of what it can be. */
export type Recipient =
  | { kind: 'member'; memberId: string }
  | { kind: 'account'; accountId: string }
  | { kind: 'on-duty'; departmentId: string; role: Role }
  | { kind: 'on-duty-by-code'; departmentCode: string; role: Role }
  | { kind: 'role'; role: Role };

/** Undefined when it is none of them or several at once. */
export function recipientOf(target: NotificationTarget): Recipient | undefined {
  const { memberId, accountId, departmentId, departmentCode, role } = target;
  const named = [memberId, accountId, departmentId, departmentCode].filter(Boolean);
  if (named.length > 1) return undefined;
  if (!role) {
    if (memberId) return { kind: 'member', memberId };
    return accountId ? { kind: 'account', accountId } : undefined;
  }
  if (memberId ?? accountId) return undefined;
  if (departmentId) return { kind: 'on-duty', departmentId, role };
  return departmentCode ? { kind: 'on-duty-by-code', departmentCode, role } : { kind: 'role', role };
}

/** How a recipient is written on the trail. */
export function nameOf(recipient: Recipient): string {
  switch (recipient.kind) {
    case 'member':
      return 'member';
    case 'account':
      return 'account';
    case 'on-duty':
      return `on duty as ${recipient.role} for ${recipient.departmentId}`;
    case 'on-duty-by-code':
      return `on duty as ${recipient.role} for ${recipient.departmentCode}`;
    case 'role':
      return `every ${recipient.role}`;
  }
}
