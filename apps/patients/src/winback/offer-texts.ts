import { WIN_BACK_OFFERS, type WinBackOffer, type WinBackStep } from '#contracts';
import type { OfferText } from './win-backs.dto.js';

/** What is told to the patient, in a few words (PT-5). */
export const OFFER_TEXTS: Record<WinBackOffer, OfferText> = {
  'free-recheck': { 'zh-CN': '免费复查一次', en: 'One free recheck' },
  'returning-discount': { 'zh-CN': '老客户回院优惠', en: 'A discount for returning' },
  'doctor-call': { 'zh-CN': '医生亲自致电问候', en: 'A call by the doctor' },
};

export function offerOf(step: WinBackStep): WinBackOffer {
  return WIN_BACK_OFFERS[step - 1] as WinBackOffer;
}
