import { NotPersonal, Public } from '#platform';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ServicesHealth, type ServiceState } from './services-health.js';

const STATES = ['ok', 'unavailable'];

export class ServicesHealthReport {
  @ApiProperty({ enum: STATES, example: 'ok', description: '`ok` when every service is.' }) status!: ServiceState;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: STATES },
    example: { staff: 'ok', patients: 'ok', 'follow-up': 'ok', complaints: 'ok', his: 'ok' },
  })
  services!: Record<string, ServiceState>;
}

@ApiTags('health')
@Public()
@NotPersonal()
@Controller('health/services')
export class ServicesHealthController {
  constructor(private readonly health: ServicesHealth) {}

  @Get()
  @ApiOperation({ summary: 'Which services are ready', description: 'Public.' })
  @ApiOkResponse({ type: ServicesHealthReport })
  @ApiServiceUnavailableResponse({
    description: 'At least one service is not ready.',
    type: ServicesHealthReport,
  })
  async services(@Res({ passthrough: true }) reply: FastifyReply): Promise<ServicesHealthReport> {
    const services = await this.health.report();
    const ready = Object.values(services).every((state) => state === 'ok');
    if (!ready) void reply.status(503);
    return { status: ready ? 'ok' : 'unavailable', services };
  }
}
