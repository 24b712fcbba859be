import { Audited, NoIdempotencyKey, NotPersonal, Public } from '#platform';
import { Body, Controller, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Credentials } from '../accounts/credentials.service.js';
import { clientOf } from '../sessions/client.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { SignInMetrics } from './sign-in-metrics.js';
import { SigningKeys } from './signing-key.js';
import { ChangePassword, JsonWebKeySetDto, RefreshRequest, TokenRequest, TokenResponse } from './tokens.dto.js';
import { TokensService } from './tokens.service.js';

const LOCKED = 'login-locked: too many wrong passwords for this name; see Retry-After.';
const BUSY = 'busy: too many log in at once; see Retry-After.';

@ApiTags('tokens')
@Controller()
export class TokensController {
  constructor(
    private readonly tokens: TokensService,
    private readonly credentials: Credentials,
    private readonly sessions: SessionsService,
    private readonly keys: SigningKeys,
    private readonly metrics: SignInMetrics,
  ) {}

  @Audited('account', { anonymous: 'always' })
  @Public()
  @Post('auth/token')
  @NoIdempotencyKey('The answer holds a secret.')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Get a bearer token for a user name and password',
    description: 'Begins a session. Five wrong passwords lock the name for a while. Public.',
  })
  @ApiOkResponse({ type: TokenResponse })
  @ApiUnauthorizedResponse({ description: 'credentials-refused.' })
  @ApiForbiddenResponse({ description: 'password-change-required: choose your own at POST /auth/password first.' })
  @ApiTooManyRequestsResponse({ description: LOCKED })
  @ApiServiceUnavailableResponse({ description: BUSY })
  issue(@Body() body: TokenRequest, @Req() request: FastifyRequest): Promise<TokenResponse> {
    return this.metrics.counted(() => this.tokens.issue(body, clientOf(request)));
  }

  @Audited('account', { anonymous: 'always' })
  @Public()
  @Post('auth/refresh')
  @NoIdempotencyKey('The answer holds a secret; a lost one is asked for again with the same token.')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Get the next bearer token of a session',
    description:
      'A refresh token is good once, and for thirty seconds more (REFRESH_GRACE_SECONDS) while nothing it gave was used: ' +
      'an answer that got lost is asked for again. Any other second use ends its session. Public.',
  })
  @ApiOkResponse({ type: TokenResponse })
  @ApiUnauthorizedResponse({ description: 'refresh-refused: the session is over.' })
  refresh(@Body() body: RefreshRequest, @Req() request: FastifyRequest): Promise<TokenResponse> {
    return this.tokens.refresh(body.refreshToken, clientOf(request));
  }

  @Audited('account')
  @Post('auth/logout')
  @NoIdempotencyKey('A session ends once, whoever asks again.')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Sign out',
    description: 'Ends the session of this token, everywhere within a second. Every role.',
  })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  @ApiConflictResponse({ description: 'no-session: the token is of another issuer.' })
  signOut(): Promise<void> {
    return this.sessions.signOut();
  }

  @Audited('account', { anonymous: 'always' })
  @Public()
  @Post('auth/password')
  @NoIdempotencyKey('The body holds a secret.')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Change one’s own password',
    description:
      'At least ten characters; neither the user name, nor a common one, nor one used before. Ends all sessions. Public.',
  })
  @ApiNoContentResponse({ description: 'Changed: sign in with the new one.' })
  @ApiBadRequestResponse({ description: 'validation-failed: why the new password will not do.' })
  @ApiUnauthorizedResponse({ description: 'credentials-refused.' })
  @ApiTooManyRequestsResponse({ description: LOCKED })
  @ApiServiceUnavailableResponse({ description: BUSY })
  changePassword(@Body() body: ChangePassword): Promise<void> {
    return this.credentials.change(body.username, body.password, body.newPassword);
  }

  @NotPersonal()
  @Public()
  @Get('.well-known/jwks.json')
  @Header('cache-control', 'public, max-age=300')
  @ApiOperation({ summary: 'The public keys tokens are checked with', description: 'RFC 7517. Public.' })
  @ApiOkResponse({ type: JsonWebKeySetDto })
  jwks(): JsonWebKeySetDto {
    return { keys: this.keys.published };
  }
}
