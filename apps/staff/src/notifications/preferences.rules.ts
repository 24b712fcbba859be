import type { Urgency } from '#contracts';
import type { QuietHours } from './quiet-hours.rules.js';

/** `console`: live in every open window; `message`: what apps/sms sends. The inbox has it in any case. */
export const CHANNELS = ['console', 'message'] as const;
export type Channel = (typeof CHANNELS)[number];

/** On the hospital's clock, "20:00" to "09:00"; equal: never. */
export type ChosenHours = Pick<QuietHours, 'starts' | 'ends'>;

export interface Choice {
  channels: readonly Channel[];
  /** In place of the hospital's; null: the hospital's. */
  quietHours: ChosenHours | null;
}

/** How a person wants to hear of what is not red: about that there is nothing to choose (ORG-2). */
export type Preferences = Record<Exclude<Urgency, 'red'>, Choice>;

/** Quiet for longer, somebody would not hear of anything for a working day. */
export const LONGEST_QUIET_HOURS = 16;

export const AS_THE_HOSPITAL: Preferences = {
  normal: { channels: CHANNELS, quietHours: null },
  low: { channels: CHANNELS, quietHours: null },
};

/** Red is never muted. None: it is only found in the inbox. */
export function channelsFor(urgency: Urgency, preferences: Preferences): readonly Channel[] {
  return urgency === 'red' ? CHANNELS : preferences[urgency].channels;
}

/** The quiet hours that hold for somebody; red has none. */
export function quietFor(urgency: Urgency, preferences: Preferences, hospital: QuietHours): QuietHours | null {
  if (urgency === 'red') return null;
  return { ...hospital, ...preferences[urgency].quietHours };
}

export function isTooLong({ starts, ends }: ChosenHours): boolean {
  const minutes = (minuteOf(ends) - minuteOf(starts) + 1_440) % 1_440;
  return minutes > LONGEST_QUIET_HOURS * 60;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
