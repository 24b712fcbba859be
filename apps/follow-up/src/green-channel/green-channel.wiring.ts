import { AdviceByMessage } from '../messages/advice-by-message.js';
import { AskedByLink } from '../messages/asked-by-link.js';
import { EducationDeadlines, EducationMessages } from '../messages/education-messages.js';
import { EducationPersonData } from '../messages/education.person-data.js';
import { PainCallDeadlines } from '../messages/pain-calls.deadlines.js';
import { PainCalls } from '../messages/pain-calls.js';
import { TaskCancelling } from '../messages/task-cancelling.js';
import { TaskFinishing } from '../messages/task-finishing.js';
import { TaskMessages } from '../messages/task-messages.js';
import { GreenChannelCaseEntity } from './green-channel-case.entity.js';
import { GreenChannelMetrics } from './green-channel-metrics.js';
import { GreenChannelClosing } from './green-channel.closing.js';
import { GreenChannelConsumer } from './green-channel.consumer.js';
import { GreenChannelController } from './green-channel.controller.js';
import { GreenChannelDeadlines } from './green-channel.deadlines.js';
import { GreenChannelOpening } from './green-channel.opening.js';
import { GreenChannelPersonData } from './green-channel.person-data.js';
import { GreenChannelService } from './green-channel.service.js';
import { KnownDoctors } from './known-doctors.js';
import { MergedCases } from './merged-cases.js';

export const GREEN_CHANNEL_ENTITIES = [GreenChannelCaseEntity];
export const GREEN_CHANNEL_CONTROLLERS = [GreenChannelController, GreenChannelConsumer];
/** The doctor's minutes come first in every round. */
export const GREEN_CHANNEL_DEADLINES = [GreenChannelDeadlines, PainCallDeadlines, EducationDeadlines];
export const GREEN_CHANNEL_PROVIDERS = [
  ...[
    GreenChannelService,
    GreenChannelOpening,
    GreenChannelClosing,
    GreenChannelPersonData,
    GreenChannelMetrics,
    KnownDoctors,
    MergedCases,
  ],
  ...[
    EducationMessages,
    EducationPersonData,
    AskedByLink,
    PainCalls,
    TaskCancelling,
    TaskFinishing,
    TaskMessages,
    AdviceByMessage,
  ],
];
