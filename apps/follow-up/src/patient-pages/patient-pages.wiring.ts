import { PatientAnswers } from './patient-answers.js';
import { PatientLinkEntity } from './patient-link.entity.js';
import { PatientLinks } from './patient-links.js';
import { PatientLinksPersonData } from './patient-links.person-data.js';
import { PatientPages } from './patient-pages.js';
import { PatientPagesController } from './patient-pages.controller.js';
import { PatientPageMetrics } from './patient-pages.metrics.js';
import { UrlEncodedForms } from './url-encoded-forms.js';

export const PATIENT_PAGE_ENTITIES = [PatientLinkEntity];
export const PATIENT_PAGE_CONTROLLERS = [PatientPagesController];
export const PATIENT_PAGE_PROVIDERS = [
  PatientLinks,
  PatientLinksPersonData,
  PatientAnswers,
  PatientPages,
  PatientPageMetrics,
  UrlEncodedForms,
];
