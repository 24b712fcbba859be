import { FilesConfig } from '#platform';

/** What the parts of this service are told; files are attachments and letters of praise. */
export class ComplaintsConfig extends FilesConfig {}
