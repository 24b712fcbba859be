import { PatrolMissing, PatrolOpening } from './patrols.deadlines.js';
import { Patrol } from './patrol.entity.js';
import { PatrolsController } from './patrols.controller.js';
import { Patrols } from './patrols.service.js';
import { Platforms } from './platforms.service.js';
import { ReviewMetrics } from './reviews.metrics.js';
import { ReviewSubjects } from './review-subjects.js';
import { ReviewPlatform } from './review-platform.entity.js';
import { Review } from './review.entity.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsPersonData } from './reviews.person-data.js';
import { ReviewsRetention } from './reviews.retention.js';
import { Reviews } from './reviews.service.js';

/** Reviews on platforms, and the daily look through them (CP-6). */
export const REVIEW_ENTITIES = [ReviewPlatform, Review, Patrol];
export const REVIEW_CONTROLLERS = [ReviewsController, PatrolsController];
export const REVIEW_DEADLINES = [PatrolOpening, PatrolMissing];
export const REVIEW_PROVIDERS = [
  ReviewSubjects,
  Reviews,
  Patrols,
  Platforms,
  ReviewMetrics,
  ReviewsPersonData,
  ReviewsRetention,
];
