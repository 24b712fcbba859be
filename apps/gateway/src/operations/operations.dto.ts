import { ServiceOverview } from '#event-bus';
import { ApiProperty } from '@nestjs/swagger';
import { SERVICES, type ServiceName } from '../proxy/routes.js';

export const SERVICE_STATUSES = ['ok', 'degraded', 'down', 'slow', 'refused', 'failed'] as const;
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];

/** What one service said of itself, or why it said nothing. */
export class ServiceEntry {
  @ApiProperty({ enum: SERVICES, example: 'patients' }) service!: ServiceName;
  @ApiProperty({
    enum: SERVICE_STATUSES,
    example: 'ok',
    description:
      'ok; degraded: it answers, and something it needs does not; down: nobody answers at its address; slow: no answer ' +
      'within three seconds; refused: it does not let this caller look; failed: it answered with an error.',
  })
  status!: ServiceStatus;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Why it is not ok, for people.' })
  reason!: string | null;
  @ApiProperty({ example: 14, description: 'How long its answer took, in milliseconds.' }) tookMs!: number;
  @ApiProperty({ type: ServiceOverview, nullable: true, description: 'Null without an answer.' })
  overview!: ServiceOverview | null;
}

export class GatewayBuild {
  @ApiProperty({ example: '0.1.0' }) version!: string;
  @ApiProperty({ type: String, nullable: true, example: '1f3c0de', description: 'BUILD_COMMIT, when it was set.' })
  commit!: string | null;
  @ApiProperty({ format: 'date-time', description: 'When the process that answers began.' }) startedAt!: string;
}

export class HospitalOverview {
  @ApiProperty({ format: 'date-time', example: '2026-11-22T10:30:00.000Z' }) at!: string;
  @ApiProperty({ type: GatewayBuild }) gateway!: GatewayBuild;
  @ApiProperty({ type: [ServiceEntry], description: 'Every service, whether it answers or not.' })
  services!: ServiceEntry[];
}
