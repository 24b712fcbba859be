import { PublicFormController } from './public-form.controller.js';
import { PublicFormMetrics } from './public-form.metrics.js';
import { PublicFormPersonData } from './public-form.person-data.js';
import { PublicForms } from './public-forms.service.js';

/** What anybody may write on the hospital's website (CP-1). */
export const PUBLIC_FORM_CONTROLLERS = [PublicFormController];
export const PUBLIC_FORM_PROVIDERS = [PublicForms, PublicFormMetrics, PublicFormPersonData];
