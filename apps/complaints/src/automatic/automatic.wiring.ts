import { FollowUpConsumer } from './follow-up.consumer.js';

/** Tickets that other services ask for (FU-9). */
export const AUTOMATIC_CONTROLLERS = [FollowUpConsumer];
