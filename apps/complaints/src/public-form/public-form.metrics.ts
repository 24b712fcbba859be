import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';

/** What comes by the public form, and how much of it programs send. */
@Injectable()
export class PublicFormMetrics {
  private readonly forms;

  constructor(metrics: Metrics) {
    this.forms = metrics.counter(
      'hospital_complaints_public_forms_total',
      'Forms of the public website: taken, repeated under their key, or trapped because a program had filled them in.',
      ['outcome'],
    );
  }

  sent(outcome: 'taken' | 'repeated' | 'trapped'): void {
    this.forms.inc({ outcome });
  }
}
