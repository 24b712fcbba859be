import { dataOf, type HospitalClient } from '#client';

/**
 * PT-9 as the centre's manager sees it: somebody who only asked once wants to be forgotten, and the request waits for a
 * second person. Done once, however often the hospital is started.
 */
export async function playErasures(manager: HospitalClient): Promise<void> {
  const requests = await dataOf(manager.GET('/patients/erasures', { params: { query: { limit: 1 } } }));
  if (requests.items.length > 0) return;
  const { id } = await dataOf(manager.POST('/patients', { body: { name: '林小满', phones: ['13800138009'] } }));
  const body = { askedBy: 'person', identityCheck: 'code-to-phone', reason: '本人来电：只咨询过一次，请删除' } as const;
  await dataOf(manager.POST('/patients/{id}/erasures', { params: { path: { id } }, body }));
}
