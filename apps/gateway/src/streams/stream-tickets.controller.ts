import { bearerToken, NoIdempotencyKey, NotPersonal } from '#platform';
import { Body, Controller, Header, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { StreamTickets } from './stream-tickets.js';

export class StreamTicketRequest {
  @ApiProperty({
    description: 'The stream, without query.',
    example: '/staff/notifications/stream',
    maxLength: 300,
    pattern: '^/[A-Za-z0-9._~/-]+$',
  })
  @Matches(/^\/[A-Za-z0-9._~/-]+$/)
  @MaxLength(300)
  path!: string;
}

export class StreamTicket {
  @ApiProperty({ description: 'Goes into the query: `GET <path>?ticket=…`. Good once.', example: '0Hq3v1…' })
  ticket!: string;
  @ApiProperty({ description: 'Seconds from now.', example: 30 }) expiresIn!: number;
}

@ApiTags('tokens')
@ApiBearerAuth()
@NotPersonal()
@Controller('stream-tickets')
export class StreamTicketsController {
  constructor(private readonly tickets: StreamTickets) {}

  @Post()
  @NoIdempotencyKey('The answer holds a secret; a ticket is good once.')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Get a ticket for one event stream',
    description:
      'Every role. A browser’s EventSource sends no header: it opens the stream with a ticket, which stands for the caller’s token.',
  })
  @ApiCreatedResponse({ type: StreamTicket })
  give(@Body() body: StreamTicketRequest, @Req() request: FastifyRequest): StreamTicket {
    return this.tickets.give(bearerToken(request.headers.authorization), body.path);
  }
}
