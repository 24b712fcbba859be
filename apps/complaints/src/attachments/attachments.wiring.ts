import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsPersonData } from './attachments.person-data.js';
import { Attachments } from './attachments.service.js';

/** Files of tickets (CP-10). */
export const ATTACHMENT_CONTROLLERS = [AttachmentsController];
export const ATTACHMENT_PROVIDERS = [Attachments, AttachmentsPersonData];
