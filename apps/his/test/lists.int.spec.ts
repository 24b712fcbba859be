import { faultsOfList } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESSAGES } from '../src/messages/messages.list.js';
import { PARTNERS } from '../src/partners/partners.list.js';
import { aDischarge, READER, startHis, type HisService } from './his-service.js';

describe('the lists of his', () => {
  let his: HisService;
  beforeAll(async () => {
    his = await startHis();
    const sender = await his.sender();
    for (const { bytes } of [aDischarge(), aDischarge(), aDischarge(), aDischarge({ pv1: { 2: '?' } })]) {
      await sender.send(bytes);
    }
  });
  afterAll(() => his.stop());

  it('ADR 46: can be sorted by every field they name, and filtered by each with every operator', async () => {
    expect(await faultsOfList(his.api(...READER), '/his/messages', MESSAGES)).toEqual([]);
    expect(await faultsOfList(his.api(...READER), '/his/partners', PARTNERS)).toEqual([]);
  });
});
