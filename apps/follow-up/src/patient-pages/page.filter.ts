import { faultReport, toProblem } from '#platform';
import { Catch, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FollowUpConfig } from '../follow-up.config.js';
import { noticePage, type Notice } from './notice-page.js';
import { languageOfPage, sendPage } from './page-answers.js';

/** A patient is told in a page what went wrong, in words for patients. */
@Catch()
@Injectable()
export class PageFilter implements ExceptionFilter {
  private readonly logger = new Logger(PageFilter.name);

  constructor(private readonly config: FollowUpConfig) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error, request);
    if (!problem) this.logger.error(faultReport(error));
    const status = problem?.status ?? 500;
    const language = languageOfPage(request);
    void reply.headers(problem?.extras.headers ?? {});
    const centre = { hospital: this.config.hospitalName, phone: this.config.centrePhone };
    sendPage(reply, status, language, noticePage(language, noticeFor(status), centre));
  }
}

function noticeFor(status: number): Notice {
  if (status === 404) return 'unknown';
  return status >= 500 ? 'trouble' : 'refused';
}
