import { PraisePhotos } from './praise-photos.js';
import { PraisePhotosController } from './praise-photos.controller.js';
import { PraiseController } from './praise.controller.js';
import { PraiseEntity } from './praise.entity.js';
import { PraisePersonData } from './praise.person-data.js';
import { PraiseRetention } from './praise.retention.js';
import { PraiseService } from './praise.service.js';

/** Letters of praise and banners (CP-7). */
export const PRAISE_ENTITIES = [PraiseEntity];
export const PRAISE_CONTROLLERS = [PraiseController, PraisePhotosController];
export const PRAISE_PROVIDERS = [PraiseService, PraisePhotos, PraisePersonData, PraiseRetention];
