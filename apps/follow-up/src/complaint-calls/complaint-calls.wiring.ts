import { ComplaintCallsConsumer } from './complaint-calls.consumer.js';
import { ComplaintCalls } from './complaint-calls.js';
import { ComplaintCallsPersonData } from './complaint-calls.person-data.js';
import { ComplaintCallsRetention } from './complaint-calls.retention.js';

export const COMPLAINT_CALL_CONTROLLERS = [ComplaintCallsConsumer];
export const COMPLAINT_CALL_PROVIDERS = [ComplaintCalls, ComplaintCallsPersonData, ComplaintCallsRetention];
