import { channel } from 'node:diagnostics_channel';

const checkpoints = channel('hospital.checkpoint');

/**
 * Marks a place where a crash would matter. Costs nothing unless somebody subscribes to the diagnostics channel
 * `hospital.checkpoint`, as the fault tests do to kill the process exactly there.
 */
export function checkpoint(name: string): void {
  if (checkpoints.hasSubscribers) checkpoints.publish(name);
}
