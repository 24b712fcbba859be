// Made from docs/api/openapi.json by npm run docs:openapi.

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public keys tokens are checked with
         * @description RFC 7517. Public.
         */
        get: operations["staff_tokens_jwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session of this token, everywhere within a second. Every role.
         */
        post: operations["staff_tokens_signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one’s own password
         * @description At least ten characters; neither the user name, nor a common one, nor one used before. Ends all sessions. Public.
         */
        post: operations["staff_tokens_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the next bearer token of a session
         * @description A refresh token is good once, and for thirty seconds more (REFRESH_GRACE_SECONDS) while nothing it gave was used: an answer that got lost is asked for again. Any other second use ends its session. Public.
         */
        post: operations["staff_tokens_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a bearer token for a user name and password
         * @description Begins a session. Five wrong passwords lock the name for a while. Public.
         */
        post: operations["staff_tokens_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/patients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file by a signed link
         * @description No token: the link itself says what it is for and until when. Ranges and If-None-Match are obeyed.
         */
        get: operations["patients_files_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List follow-up plans with their tasks
         * @description The newest discharge first, unless `sort` says otherwise. Right: `follow-up.read` (by default follow-up-nurse, centre-manager, duty-doctor, department-director, administrator).
         */
        get: operations["followUp_plans_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a follow-up plan with its tasks and its trail
         * @description Right: `follow-up.read` (by default follow-up-nurse, centre-manager, duty-doctor, department-director, administrator).
         */
        get: operations["followUp_plans_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up/plans/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a follow-up plan early
         * @description Its undone tasks are cancelled with it, for good. Emits follow-up.plan.ended.v1. Right: `follow-up.write` (by default follow-up-nurse, centre-manager, administrator).
         */
        post: operations["followUp_plans_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up/plans/{id}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print a follow-up plan as PDF
         * @description Its tasks with their dates and its trail, Chinese first; the reader’s name and the time run across it. Notes are withheld without the right `personal.unmasked`. Right: `follow-up.read` (by default follow-up-nurse, centre-manager, duty-doctor, department-director, administrator).
         */
        get: operations["followUp_planPrints_print"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up/protocols": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List follow-up protocols
         * @description Every version, newest first. Right: `follow-up.read` (by default follow-up-nurse, centre-manager, duty-doctor, department-director, administrator).
         */
        get: operations["followUp_protocols_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up/protocols/{code}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one version of a protocol
         * @description It never changes. Right: `follow-up.read` (by default follow-up-nurse, centre-manager, duty-doctor, department-director, administrator).
         */
        get: operations["followUp_protocols_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List follow-up tasks
         * @description By due date, unless `sort` says otherwise. Right: `follow-up.read` (by default follow-up-nurse, centre-manager, duty-doctor, department-director, administrator).
         */
        get: operations["followUp_tasks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a follow-up task
         * @description Right: `follow-up.read` (by default follow-up-nurse, centre-manager, duty-doctor, department-director, administrator).
         */
        get: operations["followUp_tasks_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up/tasks/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record how an open task ended
         * @description Who and when are taken from the token and the clock. Emits follow-up.task.completed.v1. Right: `follow-up.write` (by default follow-up-nurse, centre-manager, administrator).
         */
        post: operations["followUp_tasks_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which services are ready
         * @description Public.
         */
        get: operations["gateway_servicesHealth_services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/his/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search received HL7 messages
         * @description Newest first, unless `sort` says otherwise. Right: `his.read` (by default integrator, administrator).
         */
        get: operations["his_messages_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/his/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a message with its answers
         * @description As text; who may not see what is in it sees its segments and delimiters. Right: `his.read` (by default integrator, administrator).
         */
        get: operations["his_messages_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/his/messages/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the bytes of a message
         * @description As they came. Each download is entered in the audit as unmasked. Raw personal data. Right: `his.raw.read` (by default integrator).
         */
        get: operations["his_messages_raw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/his/messages/{id}/repair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Repair a refused message
         * @description Takes the text given in its place, as a message of its own, and emits its events. Raw personal data. Right: `his.write` (by default integrator, administrator).
         */
        put: operations["his_messages_repair"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/his/messages/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a refused message
         * @description Reads it again as it came, with its partner’s profile as it is now. Raw personal data. Right: `his.write` (by default integrator, administrator).
         */
        post: operations["his_messages_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/his/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the systems that send HL7
         * @description By code, unless `sort` says otherwise. Right: `his.read` (by default integrator, administrator).
         */
        get: operations["his_partners_list"];
        put?: never;
        /**
         * Add a partner
         * @description Its next message is read with this profile. Right: `partners.manage` (by default administrator).
         */
        post: operations["his_partners_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/his/partners/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a partner
         * @description Right: `his.read` (by default integrator, administrator).
         */
        get: operations["his_partners_read"];
        /**
         * Replace what a partner does otherwise than the default
         * @description A field left out is as by default. Its next message is read with it. Right: `partners.manage` (by default administrator).
         */
        put: operations["his_partners_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How every service is: versions, parked events, jobs, streams, outbox, deadlines, backups
         * @description All services are asked at once, with the caller’s token. One that is down or slow is shown as such after three seconds at the latest and holds up no other. 429 too-many-requests as everywhere. Right: `ops.read` (by default administrator).
         */
        get: operations["gateway_operations_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the audit: who read or changed whose data
         * @description The newest first; all given must hold. Reading it is entered in it. Right: `audit.read` (by default legal, administrator).
         */
        get: operations["followUp_audit_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the head of the audit’s hash chain
         * @description Keep it elsewhere: the verifier then notices a chain that was rewritten whole. Right: `audit.read` (by default legal, administrator).
         */
        get: operations["followUp_audit_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far this service is behind its streams
         * @description Right: `ops.read` (by default administrator).
         */
        get: operations["followUp_consumers_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs, newest first
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["followUp_jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a job with its progress and its error
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["followUp_jobs_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job that waits or runs
         * @description One that runs is asked to stop, within three seconds; what it has committed stays. 409 `job-state` when it has ended. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["followUp_jobs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/jobs/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a failed job up, for a stated reason
         * @description It is kept as cancelled. 409 `job-state` when it has not failed. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["followUp_jobs_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a failed job one more attempt
         * @description 409 `job-state` when it has not failed, `job-superseded` when another one waits. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["followUp_jobs_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How this service is: version, parked events, outbox, consumers, jobs, deadlines, backup
         * @description Answers also while its database or broker is away: what could not be read within two seconds is null and named in `unread`, and `checks` says why. Right: `ops.read` (by default administrator).
         */
        get: operations["followUp_overview_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/parked-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events that could not be handled
         * @description Right: `ops.read` (by default administrator).
         */
        get: operations["followUp_parkedEvents_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/parked-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a parked event with its error
         * @description Right: `ops.read` (by default administrator).
         */
        get: operations["followUp_parkedEvents_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/parked-events/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Repair the data of a parked event
         * @description The original is kept. Right: `ops.write` (by default administrator).
         */
        put: operations["followUp_parkedEvents_repair"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/parked-events/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a parked event up, for a stated reason
         * @description Right: `ops.write` (by default administrator).
         */
        post: operations["followUp_parkedEvents_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/parked-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay everything parked under the key of this event, in order
         * @description Stops at the first one that fails again. Right: `ops.write` (by default administrator).
         */
        post: operations["followUp_parkedEvents_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let this service read a stream again from a sequence or time
         * @description Right: `ops.write` (by default administrator).
         */
        post: operations["followUp_consumers_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/republish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish this service’s events again since a time
         * @description In their order, queued 1,000 at a time. A call that breaks off has queued the oldest; repeat it, and the rest follows. What is published twice has its effect once. Right: `ops.write` (by default administrator).
         */
        post: operations["followUp_consumers_republish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long each store keeps its rows, and what went
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["followUp_retention_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/retention/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enforce retention now and not at night
         * @description Asked twice, it runs once. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["followUp_retention_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/follow-up/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List scheduled jobs and their next time
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["followUp_jobs_scheduled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the audit: who read or changed whose data
         * @description The newest first; all given must hold. Reading it is entered in it. Right: `audit.read` (by default legal, administrator).
         */
        get: operations["his_audit_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the head of the audit’s hash chain
         * @description Keep it elsewhere: the verifier then notices a chain that was rewritten whole. Right: `audit.read` (by default legal, administrator).
         */
        get: operations["his_audit_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far this service is behind its streams
         * @description Right: `ops.read` (by default administrator).
         */
        get: operations["his_consumers_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs, newest first
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["his_jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a job with its progress and its error
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["his_jobs_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job that waits or runs
         * @description One that runs is asked to stop, within three seconds; what it has committed stays. 409 `job-state` when it has ended. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["his_jobs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/jobs/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a failed job up, for a stated reason
         * @description It is kept as cancelled. 409 `job-state` when it has not failed. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["his_jobs_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a failed job one more attempt
         * @description 409 `job-state` when it has not failed, `job-superseded` when another one waits. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["his_jobs_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How this service is: version, parked events, outbox, consumers, jobs, deadlines, backup
         * @description Answers also while its database or broker is away: what could not be read within two seconds is null and named in `unread`, and `checks` says why. Right: `ops.read` (by default administrator).
         */
        get: operations["his_overview_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/parked-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events that could not be handled
         * @description Right: `ops.read` (by default administrator).
         */
        get: operations["his_parkedEvents_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/parked-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a parked event with its error
         * @description Right: `ops.read` (by default administrator).
         */
        get: operations["his_parkedEvents_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/parked-events/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Repair the data of a parked event
         * @description The original is kept. Right: `ops.write` (by default administrator).
         */
        put: operations["his_parkedEvents_repair"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/parked-events/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a parked event up, for a stated reason
         * @description Right: `ops.write` (by default administrator).
         */
        post: operations["his_parkedEvents_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/parked-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay everything parked under the key of this event, in order
         * @description Stops at the first one that fails again. Right: `ops.write` (by default administrator).
         */
        post: operations["his_parkedEvents_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let this service read a stream again from a sequence or time
         * @description Right: `ops.write` (by default administrator).
         */
        post: operations["his_consumers_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/republish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish this service’s events again since a time
         * @description In their order, queued 1,000 at a time. A call that breaks off has queued the oldest; repeat it, and the rest follows. What is published twice has its effect once. Right: `ops.write` (by default administrator).
         */
        post: operations["his_consumers_republish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long each store keeps its rows, and what went
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["his_retention_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/retention/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enforce retention now and not at night
         * @description Asked twice, it runs once. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["his_retention_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/his/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List scheduled jobs and their next time
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["his_jobs_scheduled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the audit: who read or changed whose data
         * @description The newest first; all given must hold. Reading it is entered in it. Right: `audit.read` (by default legal, administrator).
         */
        get: operations["patients_audit_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the head of the audit’s hash chain
         * @description Keep it elsewhere: the verifier then notices a chain that was rewritten whole. Right: `audit.read` (by default legal, administrator).
         */
        get: operations["patients_audit_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far this service is behind its streams
         * @description Right: `ops.read` (by default administrator).
         */
        get: operations["patients_consumers_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Files of this service that are in quarantine, wait for a scan, or were never scanned
         * @description The longest waiting first; names are left out. Right: `ops.read` (by default administrator).
         */
        get: operations["patients_filesOperations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs, newest first
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["patients_jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a job with its progress and its error
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["patients_jobs_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job that waits or runs
         * @description One that runs is asked to stop, within three seconds; what it has committed stays. 409 `job-state` when it has ended. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["patients_jobs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/jobs/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a failed job up, for a stated reason
         * @description It is kept as cancelled. 409 `job-state` when it has not failed. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["patients_jobs_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a failed job one more attempt
         * @description 409 `job-state` when it has not failed, `job-superseded` when another one waits. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["patients_jobs_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How this service is: version, parked events, outbox, consumers, jobs, deadlines, backup
         * @description Answers also while its database or broker is away: what could not be read within two seconds is null and named in `unread`, and `checks` says why. Right: `ops.read` (by default administrator).
         */
        get: operations["patients_overview_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/parked-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events that could not be handled
         * @description Right: `ops.read` (by default administrator).
         */
        get: operations["patients_parkedEvents_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/parked-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a parked event with its error
         * @description Right: `ops.read` (by default administrator).
         */
        get: operations["patients_parkedEvents_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/parked-events/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Repair the data of a parked event
         * @description The original is kept. Right: `ops.write` (by default administrator).
         */
        put: operations["patients_parkedEvents_repair"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/parked-events/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a parked event up, for a stated reason
         * @description Right: `ops.write` (by default administrator).
         */
        post: operations["patients_parkedEvents_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/parked-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay everything parked under the key of this event, in order
         * @description Stops at the first one that fails again. Right: `ops.write` (by default administrator).
         */
        post: operations["patients_parkedEvents_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let this service read a stream again from a sequence or time
         * @description Right: `ops.write` (by default administrator).
         */
        post: operations["patients_consumers_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/republish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish this service’s events again since a time
         * @description In their order, queued 1,000 at a time. A call that breaks off has queued the oldest; repeat it, and the rest follows. What is published twice has its effect once. Right: `ops.write` (by default administrator).
         */
        post: operations["patients_consumers_republish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long each store keeps its rows, and what went
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["patients_retention_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/retention/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enforce retention now and not at night
         * @description Asked twice, it runs once. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["patients_retention_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/patients/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List scheduled jobs and their next time
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["patients_jobs_scheduled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the audit: who read or changed whose data
         * @description The newest first; all given must hold. Reading it is entered in it. Right: `audit.read` (by default legal, administrator).
         */
        get: operations["staff_audit_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the head of the audit’s hash chain
         * @description Keep it elsewhere: the verifier then notices a chain that was rewritten whole. Right: `audit.read` (by default legal, administrator).
         */
        get: operations["staff_audit_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far this service is behind its streams
         * @description Right: `ops.read` (by default administrator).
         */
        get: operations["staff_consumers_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs, newest first
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["staff_jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a job with its progress and its error
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["staff_jobs_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job that waits or runs
         * @description One that runs is asked to stop, within three seconds; what it has committed stays. 409 `job-state` when it has ended. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["staff_jobs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/jobs/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a failed job up, for a stated reason
         * @description It is kept as cancelled. 409 `job-state` when it has not failed. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["staff_jobs_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a failed job one more attempt
         * @description 409 `job-state` when it has not failed, `job-superseded` when another one waits. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["staff_jobs_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How this service is: version, parked events, outbox, consumers, jobs, deadlines, backup
         * @description Answers also while its database or broker is away: what could not be read within two seconds is null and named in `unread`, and `checks` says why. Right: `ops.read` (by default administrator).
         */
        get: operations["staff_overview_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/parked-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events that could not be handled
         * @description Right: `ops.read` (by default administrator).
         */
        get: operations["staff_parkedEvents_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/parked-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a parked event with its error
         * @description Right: `ops.read` (by default administrator).
         */
        get: operations["staff_parkedEvents_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/parked-events/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Repair the data of a parked event
         * @description The original is kept. Right: `ops.write` (by default administrator).
         */
        put: operations["staff_parkedEvents_repair"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/parked-events/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a parked event up, for a stated reason
         * @description Right: `ops.write` (by default administrator).
         */
        post: operations["staff_parkedEvents_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/parked-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay everything parked under the key of this event, in order
         * @description Stops at the first one that fails again. Right: `ops.write` (by default administrator).
         */
        post: operations["staff_parkedEvents_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let this service read a stream again from a sequence or time
         * @description Right: `ops.write` (by default administrator).
         */
        post: operations["staff_consumers_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/republish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish this service’s events again since a time
         * @description In their order, queued 1,000 at a time. A call that breaks off has queued the oldest; repeat it, and the rest follows. What is published twice has its effect once. Right: `ops.write` (by default administrator).
         */
        post: operations["staff_consumers_republish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long each store keeps its rows, and what went
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["staff_retention_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/retention/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enforce retention now and not at night
         * @description Asked twice, it runs once. Right: ops.write. Right: `ops.write` (by default administrator).
         */
        post: operations["staff_retention_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/staff/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List scheduled jobs and their next time
         * @description Right: ops.read. Right: `ops.read` (by default administrator).
         */
        get: operations["staff_jobs_scheduled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search patients
         * @description By name in Chinese, pinyin or initials, by phone, record number or national ID; all given must hold. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator). To search by `q`, `phone`, `nationalId` needs `personal.unmasked` as well.
         */
        get: operations["patients_people_search"];
        put?: never;
        /**
         * Register a patient
         * @description A national ID or record number that has a record already is refused with its `patientId`. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        post: operations["patients_people_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/birthdays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List birthdays to prepare, the next first
         * @description PT-6. One a person and year, made BIRTHDAY_LEAD_DAYS before; none for whom nobody may contact. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator). Needs `personal.unmasked` as well.
         */
        get: operations["patients_birthdays_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/birthdays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what is prepared for a birthday
         * @description PT-6 Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator). Needs `personal.unmasked` as well.
         */
        get: operations["patients_birthdays_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/birthdays/{id}/greeting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write the greeting for a birthday, signed by the doctor
         * @description PT-6. It may be written anew until the day is told. Right: `patients.write` (by default agent, centre-manager, administrator). Needs `personal.unmasked` as well.
         */
        put: operations["patients_birthdays_prepare"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/birthdays/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the photo of a birthday greeting
         * @description PT-6 Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator). Needs `personal.unmasked` as well.
         */
        get: operations["patients_birthdays_photo"];
        put?: never;
        /**
         * Attach a photo to a birthday greeting
         * @description PT-6. It replaces the former one. Right: `patients.write` (by default agent, centre-manager, administrator). Needs `personal.unmasked` as well.
         */
        post: operations["patients_birthdays_attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List communities of patients
         * @description PT-10. Closed ones too. Right: `patients.communities.read` (by default agent, follow-up-nurse, community-operator, centre-manager, duty-doctor, administrator).
         */
        get: operations["patients_communities_list"];
        put?: never;
        /**
         * Open a community of patients by disease
         * @description PT-10. Whom it is for is said by tags, ICD-10 beginnings or a segment; the owner is a member of staff with an account that may look after communities. The group itself is made in its channel. Right: `patients.communities.manage` (by default community-operator, centre-manager, administrator).
         */
        post: operations["patients_communities_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/communities/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Arrival rates of all communities, the best first
         * @description PT-10. Members of the period who came to the hospital in it while they were members ÷ members of the period (docs/adr/0057). Communities without members then are left out. Right: `patients.communities.read` (by default agent, follow-up-nurse, community-operator, centre-manager, duty-doctor, administrator).
         */
        get: operations["patients_arrivals_ofAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/communities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a community
         * @description PT-10. Right: `patients.communities.read` (by default agent, follow-up-nurse, community-operator, centre-manager, duty-doctor, administrator).
         */
        get: operations["patients_communities_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a community, its owner or its doctor’s hour
         * @description PT-10. By its owner, or who may manage all of them. Members stay, whomever it is for. Right: `patients.communities.write` (by default agent, community-operator, centre-manager, administrator).
         */
        patch: operations["patients_communities_change"];
        trace?: never;
    };
    "/patients/communities/{id}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record something heard of a member
         * @description PT-10. A message, a reaction, a visit to the doctor’s hour or a consultation, also late. What was said is not kept, only that and when. Right: `patients.communities.write` (by default agent, community-operator, centre-manager, administrator).
         */
        post: operations["patients_activities_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/communities/{id}/activities/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record an export of the group
         * @description PT-10. Up to 1,000 a call, in any order; the same again changes nothing where `externalId` is given. What cannot be recorded is listed and loses nothing else. Right: `patients.communities.write` (by default agent, community-operator, centre-manager, administrator).
         */
        post: operations["patients_activities_recordAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/communities/{id}/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Arrival rate of a community
         * @description PT-10. As for all of them. Right: `patients.communities.read` (by default agent, follow-up-nurse, community-operator, centre-manager, duty-doctor, administrator).
         */
        get: operations["patients_arrivals_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/communities/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people who might be asked into a community
         * @description PT-10. Whom it is for, and who is in no community of the disease. Only who allows care and follow-up (PT-9), and neither the dead, nor the cured, nor who wants no contact (PT-11). Masked as every list of patients. Right: `patients.communities.read` (by default agent, follow-up-nurse, community-operator, centre-manager, duty-doctor, administrator).
         */
        get: operations["patients_members_suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/communities/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a community
         * @description PT-10. Every membership ends with the reason community-closed; it does not open again. Right: `patients.communities.manage` (by default community-operator, centre-manager, administrator).
         */
        post: operations["patients_communities_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/communities/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who is, and who was, in a community
         * @description PT-10. Who is in it: `filter=leftAt eq null`. Two merged records are one member; names are masked. Right: `patients.communities.read` (by default agent, follow-up-nurse, community-operator, centre-manager, duty-doctor, administrator).
         */
        get: operations["patients_members_list"];
        put?: never;
        /**
         * Record that a person joined a community
         * @description PT-10. By its owner, or who may manage all of them. Needs that the person allows care and follow-up, not marketing (PT-9). Who left may come again. Right: `patients.communities.write` (by default agent, community-operator, centre-manager, administrator).
         */
        post: operations["patients_members_join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/communities/{id}/members/{membershipId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a member left a community
         * @description PT-10. Said again it changes nothing and answers when, and why, the person left. Right: `patients.communities.write` (by default agent, community-operator, centre-manager, administrator).
         */
        post: operations["patients_members_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/communities/{id}/silent-members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members of whom nothing was heard, the longest first
         * @description PT-10. For COMMUNITY_SILENT_HOURS, 7 × 24 unless set; since `heardAt`. For a voucher for a recheck: without those whom nobody may contact (PT-11). Right: `patients.communities.read` (by default agent, follow-up-nurse, community-operator, centre-manager, duty-doctor, administrator).
         */
        get: operations["patients_members_silent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List records that are probably one person, the likeliest first
         * @description PT-3. Each pair with both records, a score and the reasons it is made of. Found within seconds after a record is made or changed, by a shared phone, document, or name (also one that reads the same) with birth date. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_duplicates_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/duplicates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask who somebody may be before registering them
         * @description PT-3. Takes what POST /patients takes and makes nothing: the records that are probably the same person. A national ID or record number that is known already is refused by POST /patients itself. Right: `patients.write` (by default agent, centre-manager, administrator). Needs `personal.unmasked` as well.
         */
        post: operations["patients_duplicates_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/duplicates/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide that two records are two persons
         * @description PT-3. They are not listed again, and not merged by what they share, until somebody asks to look again. To merge them: POST /patients/{id}/merges. Right: `patients.merge` (by default centre-manager, administrator).
         */
        post: operations["patients_duplicates_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/duplicates/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to look again at two records that were told apart
         * @description PT-3. The pair is open again; it closes by itself when nothing speaks for it any more. Right: `patients.merge` (by default centre-manager, administrator).
         */
        post: operations["patients_duplicates_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/encounters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a visit or stay
         * @description Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_encounters_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List requests to erase somebody, the latest first
         * @description Right: patients.erase. Right: `patients.erase` (by default centre-manager, legal, administrator).
         */
        get: operations["patients_erasures_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/erasures/{erasureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far an erasure is in each service, and the answer for the person
         * @description Right: patients.erase. Right: `patients.erase` (by default centre-manager, legal, administrator).
         */
        get: operations["patients_erasures_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/erasures/{erasureId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an erasure as the second person: it is carried out at once and cannot be taken back
         * @description PT-9. The record, all merged into it and everything about them are erased here and in every other service. Medical records whose statutory term runs are sealed until it ends. Right: patients.erase. Right: `patients.erase` (by default centre-manager, legal, administrator).
         */
        post: operations["patients_erasures_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/erasures/{erasureId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline or withdraw a request, with the reason the person is told
         * @description Right: patients.erase. Right: `patients.erase` (by default centre-manager, legal, administrator).
         */
        post: operations["patients_erasures_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exports of patients, newest first
         * @description Right: patients.export. Right: `patients.export` (by default centre-manager, administrator).
         */
        get: operations["patients_exports_list"];
        put?: never;
        /**
         * Export patients into a file
         * @description Those that the same criteria find in the list, or all, as CSV or XLSX with Chinese titles (English ones for Accept-Language: en), made in the background (PT-8). Masked unless the caller has the right personal.unmasked; a file in full comes back in by POST /patients/imports and changes nothing. Emits patients.export.finished.v1. Right: patients.export. Right: `patients.export` (by default centre-manager, administrator).
         */
        post: operations["patients_exports_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far an export is
         * @description Right: patients.export. Right: `patients.export` (by default centre-manager, administrator).
         */
        get: operations["patients_exports_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/exports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an export
         * @description What is written so far is thrown away. Emits patients.export.finished.v1. Right: patients.export. Right: `patients.export` (by default centre-manager, administrator).
         */
        post: operations["patients_exports_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/exports/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link to the file of an export that needs no token
         * @description It works for FILES_LINK_SECONDS. A file in full is for those with personal.unmasked only. Right: patients.export. Right: `patients.export` (by default centre-manager, administrator).
         */
        get: operations["patients_exports_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/exports/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an export live
         * @description Server-sent events named `progress`, each the export as it is; the stream ends with it. A browser opens it with a stream ticket. Right: patients.export. Right: `patients.export` (by default centre-manager, administrator).
         */
        get: operations["patients_exports_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports of patients, newest first
         * @description Right: patients.import. Right: `patients.import` (by default centre-manager, administrator).
         */
        get: operations["patients_imports_list"];
        put?: never;
        /**
         * Import patients from a file
         * @description Stores the file and works it in the background (PT-8); columns are told by their titles, see the template. A line that is not taken costs nothing else. Emits patients.import.finished.v1. Right: patients.import. Right: `patients.import` (by default centre-manager, administrator).
         */
        post: operations["patients_imports_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/imports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an empty file with the titles that an import knows
         * @description CSV that Excel opens, or XLSX; Chinese titles, English ones for Accept-Language: en. Right: patients.import. Right: `patients.import` (by default centre-manager, administrator).
         */
        get: operations["patients_imports_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far an import is
         * @description Right: patients.import. Right: `patients.import` (by default centre-manager, administrator).
         */
        get: operations["patients_imports_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an import
         * @description What was taken stays; nothing more is. Emits patients.import.finished.v1. Right: patients.import. Right: `patients.import` (by default centre-manager, administrator).
         */
        post: operations["patients_imports_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/imports/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the lines that were not taken
         * @description CSV that Excel opens: line number, column and reason in Chinese and English. Right: patients.import. Right: `patients.import` (by default centre-manager, administrator).
         */
        get: operations["patients_imports_rejected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/imports/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an import live
         * @description Server-sent events named `progress`, each the import as it is, the name of its file withheld from everybody; the stream ends with it. A browser opens it with a stream ticket. Right: patients.import. Right: `patients.import` (by default centre-manager, administrator).
         */
        get: operations["patients_imports_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find who is calling, with the whole picture
         * @description PT-2. By one of phone, nationalId, mrn (with issuer) and cardNo. One person: with everything an agent needs. Several: a list to choose from. Nobody: an empty list, not an error. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator). To search by `phone`, `nationalId` needs `personal.unmasked` as well.
         */
        get: operations["patients_lookup_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/merges/{mergeId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a merge back
         * @description PT-3. Each record says again what was said under its own ids and record numbers, before the merge and since, and its visits, plans and tasks are its own. The two are not merged again by what they share, only by name (A40 or a person). Right: `patients.merge` (by default centre-manager, administrator).
         */
        post: operations["patients_merges_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/results/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a result with all of its text and every report made of it
         * @description PT-2. What a correction replaced is in the earlier reports. Of a sensitive one as in the list. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_results_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List segments
         * @description PT-4. Saved filters over tags, visits and facts. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_segments_list"];
        put?: never;
        /**
         * Save a segment
         * @description PT-4. Who is in it is asked each time. Right: `patients.segments.manage` (by default follow-up-nurse, centre-manager, administrator).
         */
        post: operations["patients_segments_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/segments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a filter without saving it
         * @description PT-4. How many, and the first 20. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        post: operations["patients_segments_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a segment
         * @description PT-4. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_segments_read"];
        put?: never;
        post?: never;
        /**
         * Delete a segment
         * @description PT-4. The people stay. Right: `patients.segments.manage` (by default follow-up-nurse, centre-manager, administrator).
         */
        delete: operations["patients_segments_remove"];
        options?: never;
        head?: never;
        /**
         * Rename a segment or change its filter
         * @description PT-4. Right: `patients.segments.manage` (by default follow-up-nurse, centre-manager, administrator).
         */
        patch: operations["patients_segments_change"];
        trace?: never;
    };
    "/patients/segments/{id}/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many people are in a segment now
         * @description PT-4. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_segments_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/segments/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people in a segment now
         * @description PT-4. Masked as every list of patients. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_segments_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the catalogue of tags
         * @description PT-4. Six dimensions; 120 tags at first, and `disease.key-patient` (重点患者); retired ones too. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_tags_list"];
        put?: never;
        /**
         * Add a tag to the catalogue
         * @description PT-4. Given by hand, or by a rule too: whom it concerns is then looked at in the background. Bands of age or visits of one dimension must not overlap. Right: `patients.tags.manage` (by default centre-manager, administrator).
         */
        post: operations["patients_tags_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/tags/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a tag of the catalogue
         * @description PT-4. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_tags_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a tag, change its rule, retire it or bring it back
         * @description PT-4. Who has a retired tag keeps it. The code stays. A changed rule gives and takes the tag in the background (`review` says how far it is); a word by hand still counts over it. Emits patients.person.tagged.v1 and untagged.v1, once a person. Right: `patients.tags.manage` (by default centre-manager, administrator).
         */
        patch: operations["patients_tags_change"];
        trace?: never;
    };
    "/patients/win-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List win-backs of patients who stayed away, the last started first
         * @description PT-5. Open ones by `filter=outcome eq null`; the calls of doctors by `step eq 3`. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_winBacks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/win-backs/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many win-backs started, were answered, and brought the patient back
         * @description PT-5. Of those that started in a time; what became of them until now. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_winBacks_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a patient
         * @description The id of a merged record answers with the record it was merged into. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_people_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a patient
         * @description Fields left out stay as they are, null deletes. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        patch: operations["patients_people_change"];
        trace?: never;
    };
    "/patients/{id}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a membership card to a patient
         * @description PT-1. The number belongs to one card only; the patient is found by it. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        post: operations["patients_cards_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/cards/{cardId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change level, validity or benefits of a membership card
         * @description PT-1. Fields left out stay as they are. A card given up ends: set `validUntil`. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        patch: operations["patients_cards_change"];
        trace?: never;
    };
    "/patients/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a patient allows a use of the data, or withdraws it
         * @description PT-9. Every service obeys at once; what was lawful before stays so. Nothing recorded is ever edited. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        post: operations["patients_decisions_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/data-packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the packages of a person, newest first
         * @description Right: patients.disclose. Right: `patients.disclose` (by default centre-manager, legal, administrator).
         */
        get: operations["patients_dataPackages_list"];
        put?: never;
        /**
         * Make a copy of all data about a person, for the person
         * @description JSON (complete) and PDF (for reading), made in the background out of every service (PT-9, PIPL Art. 45): who the hospital thinks the person is, visits, consents, contacts, raw messages, and who read or changed what. Of merged records one package holds all. Check who asks before. Right: patients.disclose. Right: `patients.disclose` (by default centre-manager, legal, administrator).
         */
        post: operations["patients_dataPackages_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/data-packages/{packageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far a package is
         * @description Right: patients.disclose. Right: `patients.disclose` (by default centre-manager, legal, administrator).
         */
        get: operations["patients_dataPackages_read"];
        put?: never;
        post?: never;
        /**
         * Withdraw a package before it expires
         * @description Its files are removed, links to them stop working. One that has ended stays as it is. Right: patients.disclose. Right: `patients.disclose` (by default centre-manager, legal, administrator).
         */
        delete: operations["patients_dataPackages_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/data-packages/{packageId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link to a file of a package that needs no token
         * @description It works for FILES_LINK_SECONDS and is entered in the audit as an unmasked read. Right: patients.disclose. Right: `patients.disclose` (by default centre-manager, legal, administrator).
         */
        get: operations["patients_dataPackages_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything a patient allowed, withdrew or asked for, the last recorded first
         * @description PT-9, PT-11. Those of merged records too. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_decisions_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the records that are probably the same person as this one
         * @description PT-3. Of a merged record: those of the record that answers for it. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_duplicates_ofPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/encounters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the visits and stays of a patient, the latest first
         * @description Those of merged records too. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_encounters_ofPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the erasure of a person
         * @description PT-9, PIPL Art. 47. Nothing is erased until somebody else with the right has confirmed it. Right: patients.erase. Right: `patients.erase` (by default centre-manager, legal, administrator).
         */
        post: operations["patients_erasures_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/erasures/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the erasure of a person would remove, empty and keep
         * @description PT-9. Counted by doing it and taking it back; nothing is changed. Right: patients.erase. Right: `patients.erase` (by default centre-manager, legal, administrator).
         */
        get: operations["patients_erasures_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what is known of a patient: allergies, blood type, conditions, contacts, cards, source, stage
         * @description PT-1. What was said of merged records too: an allergy of either is one. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_facts_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is known of a patient
         * @description PT-1. Fields left out stay as they are, null deletes, lists are given whole. Nothing said is lost. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        patch: operations["patients_facts_change"];
        trace?: never;
    };
    "/patients/{id}/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the packages a patient gave or received, the last one first
         * @description PT-7. Those of merged records too; the price is not told where the beneficiary is not to see it. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_gifts_list"];
        put?: never;
        /**
         * Record that a patient bought a package for another
         * @description PT-7. It stands on both timelines; the beneficiary does not see the price unless that is said. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        post: operations["patients_gifts_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/gifts/{giftId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a package that was bought for somebody
         * @description PT-7. From either side, with a reason; it stays on record. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        post: operations["patients_gifts_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/medications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the drugs of a patient, ordered and handed out, the latest first
         * @description PT-2. Those of merged records too; `current eq true` are those taken now. Sensitive ones are told only to callers with patients.sensitive.read; others see that there is one. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_medications_ofPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the merges a record took part in, the latest first
         * @description PT-3 Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_merges_list"];
        put?: never;
        /**
         * Merge another record of the same person into this one
         * @description PT-3. The other id answers with this record from now on, in every service; visits, plans and tasks keep the id they were made with. It can be taken back. Right: `patients.merge` (by default centre-manager, administrator).
         */
        post: operations["patients_merges_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/named-by": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the patients who named this one, as a guardian or for copies
         * @description PT-7. Of whom somebody is guardian: `filter=guardian eq true and endedAt eq null`. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_relatives_namedBy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the photo of a record
         * @description Ranges and If-None-Match are obeyed. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator). Needs `personal.unmasked` as well.
         */
        get: operations["patients_photos_read"];
        put?: never;
        /**
         * Put a photo into a record
         * @description It takes the place of the former one. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        post: operations["patients_photos_replace"];
        /**
         * Take the photo out of a record
         * @description Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        delete: operations["patients_photos_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/photo/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link to the photo that needs no token
         * @description For `<img src>`; it works for FILES_LINK_SECONDS. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator). Needs `personal.unmasked` as well.
         */
        get: operations["patients_photos_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was promised to a patient, the last one first
         * @description PT-2. Those of merged records too; open ones by `filter=keptAt eq null`. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_promises_ofPatient"];
        put?: never;
        /**
         * Record a promise made to a patient
         * @description PT-2. It is shown until it is kept. Right: patients.promises.write. Right: `patients.promises.write` (by default agent, follow-up-nurse, centre-manager, administrator).
         */
        post: operations["patients_promises_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/promises/{promiseId}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a promise was kept
         * @description PT-2. Said again it changes nothing and answers when, and by whom, it was kept. Right: patients.promises.write. Right: `patients.promises.write` (by default agent, follow-up-nurse, centre-manager, administrator).
         */
        post: operations["patients_promises_keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who would get a message about a patient now, and why; who would not, and why not
         * @description PT-7, PT-9, PT-11. self, copy, or guardian-instead-of-child. `nobody` says why nothing may be sent: a child for whom no guardian is named who may be written to. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_relatives_recipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the patients somebody referred
         * @description PT-1. Of each the last word on the source counts; two records of one person count once. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_facts_referrals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/relatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the relatives a patient named, also those that ended, the last one first
         * @description PT-7. Those named under merged records too; those that count by `filter=endedAt eq null`. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_relatives_list"];
        put?: never;
        /**
         * Name a relative who gets copies of messages, or a guardian of a child
         * @description PT-7. A patient by id, anybody else by name and phone. Of a child everything goes to the guardians instead, and the child’s own phone is not used. The other services hear of it in the same moment. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        post: operations["patients_relatives_name"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/relatives/{relativeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one relative with every word said on it
         * @description PT-7 Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_relatives_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what a relative gets, and until when
         * @description PT-7. With the word of the patient again, or the guardian’s. Fields left out stay as they are; what was said is kept. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        patch: operations["patients_relatives_change"];
        trace?: never;
    };
    "/patients/{id}/relatives/{relativeId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a relative: nothing goes there any more
         * @description PT-7. At any time, by the patient, a guardian, or the relative, who need give no reason. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        post: operations["patients_relatives_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List laboratory, imaging and other results of a patient, the latest first
         * @description PT-2. Those of merged records too. Sensitive ones (HIV, pregnancy, psychiatry …) are told only to callers with patients.sensitive.read; others see that there is one. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_results_ofPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a patient allows now, and which states hold
         * @description PT-9, PT-11. Of a merged record: what holds for the one that answers for it. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_decisions_standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a patient is cured, or must not be contacted, or no longer
         * @description PT-11. do-not-contact ends the follow-up plans that run and keeps new ones from running; cured ends those of the stays before it. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        post: operations["patients_decisions_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tags of a patient
         * @description PT-4. By whom or what, and since when. Of a merged record: those of the one that answers for it. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_patientTags_current"];
        put?: never;
        /**
         * Tag a patient by hand, or take a tag off
         * @description PT-4. Counts over the rule of the tag until it is taken back with by-rule. Answers with all tags. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        post: operations["patients_patientTags_say"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/tags/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every tag a patient got or lost, by whom and when, the last first
         * @description PT-4. Those of merged records too. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_patientTags_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read everything that happened to a patient, the latest first
         * @description PT-2. Visits with their diagnoses and procedures, decisions (consents given and withdrawn, states), facts (allergies and others, said and taken back), cards, promises, merges, gifts, offers to come again, and every contact the centre had. Of merged records too. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_timeline_ofPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/win-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how a patient is won back: stage, open win-back and former ones
         * @description PT-5. Of a merged record: that of the one that answers for it, with those of both. Right: `patients.read` (by default agent, follow-up-nurse, centre-manager, duty-doctor, guide, administrator).
         */
        get: operations["patients_winBacks_ofPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/patients/{id}/win-back/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what a patient answers to the offer of the open win-back
         * @description PT-5. It ends with any answer: no further step comes until a new visit and another long absence. Right: `patients.write` (by default agent, centre-manager, administrator).
         */
        post: operations["patients_winBacks_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts by user name
         * @description Right: `accounts.manage` (by default administrator).
         */
        get: operations["staff_accounts_list"];
        put?: never;
        /**
         * Create an account
         * @description Emits staff.account.saved.v1. Right: `accounts.manage` (by default administrator).
         */
        post: operations["staff_accounts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an account
         * @description Right: `accounts.manage` (by default administrator).
         */
        get: operations["staff_accounts_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name or roles, deactivate or reactivate
         * @description Deactivating and other roles end the account’s sessions. Emits staff.account.saved.v1 when more than the name changed. Right: `accounts.manage` (by default administrator).
         */
        patch: operations["staff_accounts_change"];
        trace?: never;
    };
    "/staff/accounts/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an account a password to be changed at the next login
         * @description Ends its sessions, and a lock of its name. Right: `accounts.manage` (by default administrator).
         */
        post: operations["staff_accounts_resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/accounts/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End every session of an account
         * @description Emits staff.session.revoked.v1 for each. Right: `accounts.manage` (by default administrator).
         */
        delete: operations["staff_sessions_endAll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/accounts/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the lock of an account after wrong passwords
         * @description Right: `accounts.manage` (by default administrator).
         */
        post: operations["staff_accounts_unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List departments
         * @description By national code. Also finds the department a sending system means by its own code. Every role.
         */
        get: operations["staff_departments_list"];
        put?: never;
        /**
         * Create a department
         * @description Emits staff.department.saved.v1. Right: `departments.write` (by default administrator).
         */
        post: operations["staff_departments_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/departments/tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read all departments as a tree
         * @description In one answer. Every role.
         */
        get: operations["staff_departments_tree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/departments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a department
         * @description Every role.
         */
        get: operations["staff_departments_read"];
        /**
         * Replace a department
         * @description A field left out is emptied. Emits staff.department.saved.v1. Right: `departments.write` (by default administrator).
         */
        put: operations["staff_departments_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/departments/{id}/parent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Move a department, with all below it, under another one
         * @description Emits staff.department.saved.v1. Right: `departments.write` (by default administrator).
         */
        put: operations["staff_departments_move"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is on duty for a department and role
         * @description Now or at a moment, substitutes counted. Where nobody is, the department above is asked. Every role.
         */
        get: operations["staff_duty_onDuty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/duty/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the stretches with nobody on duty
         * @description Of this very department, whole days on the hospital’s clock. Every role.
         */
        get: operations["staff_duty_gaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/duty/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List shifts of a period
         * @description By start. Every role.
         */
        get: operations["staff_shifts_list"];
        put?: never;
        /**
         * Plan a shift
         * @description Two at once need different lines: 1 is called first. Emits staff.duty.saved.v1. Right: `rosters.write` (by default centre-manager, department-director, medical-affairs, administrator).
         */
        post: operations["staff_shifts_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/duty/shifts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a month’s roster of a department and role
         * @description All of it or nothing; faults name their row. Emits staff.duty.saved.v1 for each shift. Right: `rosters.write` (by default centre-manager, department-director, medical-affairs, administrator).
         */
        post: operations["staff_shifts_importMonth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/duty/shifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a shift
         * @description Every role.
         */
        get: operations["staff_shifts_read"];
        /**
         * Change a shift that has not ended
         * @description Emits staff.duty.saved.v1. Right: `rosters.write` (by default centre-manager, department-director, medical-affairs, administrator).
         */
        put: operations["staff_shifts_change"];
        post?: never;
        /**
         * Take a shift off the roster
         * @description Emits staff.duty.saved.v1. Right: `rosters.write` (by default centre-manager, department-director, medical-affairs, administrator).
         */
        delete: operations["staff_shifts_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/duty/substitutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who stands in for whom
         * @description The latest first. Every role.
         */
        get: operations["staff_substitutes_list"];
        put?: never;
        /**
         * Name a substitute
         * @description Takes every shift of the person who is away in the period. Emits staff.substitute.saved.v1. Right: `rosters.write` (by default centre-manager, department-director, medical-affairs, administrator).
         */
        post: operations["staff_substitutes_name"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/duty/substitutes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a substitution now
         * @description Emits staff.substitute.saved.v1. Right: `rosters.write` (by default centre-manager, department-director, medical-affairs, administrator).
         */
        delete: operations["staff_substitutes_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/duty/weekly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List shifts that come again every week
         * @description Every role.
         */
        get: operations["staff_weeklyDuties_list"];
        put?: never;
        /**
         * Plan a shift that comes again every week
         * @description Put on the roster six weeks ahead (DUTY_HORIZON_DAYS), one more day every night; a single day is changed by changing its shift. Where a shift stands already, that one stays. Emits staff.duty.saved.v1 for each shift. Right: `rosters.write` (by default centre-manager, department-director, medical-affairs, administrator).
         */
        post: operations["staff_weeklyDuties_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/duty/weekly/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a weekly shift
         * @description What has not begun comes off the roster. Emits staff.duty.saved.v1 for each. Right: `rosters.write` (by default centre-manager, department-director, medical-affairs, administrator).
         */
        delete: operations["staff_weeklyDuties_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I, by my token
         * @description Every role.
         */
        get: operations["staff_me_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people who work here
         * @description By staff number. Every role.
         */
        get: operations["staff_members_list"];
        put?: never;
        /**
         * Register a staff member
         * @description Emits staff.member.saved.v1. Right: `staff.write` (by default administrator).
         */
        post: operations["staff_members_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a staff member
         * @description Every role.
         */
        get: operations["staff_members_read"];
        /**
         * Replace a staff member
         * @description A field left out is emptied. Emits staff.member.saved.v1. Right: `staff.write` (by default administrator).
         */
        put: operations["staff_members_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what I was told
         * @description Newest first, each once. Every role.
         */
        get: operations["staff_notifications_inbox"];
        put?: never;
        /**
         * Tell somebody
         * @description A person, whoever is on duty for a department and role, everybody with a role, or a list of these (ORG-2). One purpose, subject and occasion is one notification. Emits staff.notification.sent.v1. Right: `notifications.send` (by default agent, follow-up-nurse, guide, centre-manager, duty-doctor, department-director, medical-affairs, administrator).
         */
        post: operations["staff_notifications_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how I want to be told
         * @description By which channels, and outside which quiet hours, for each urgency. Red ones come at any hour by every channel: about them there is nothing to choose (ORG-2). Every role.
         */
        get: operations["staff_preferences_own"];
        /**
         * Say how I want to be told
         * @description By which channels, and outside which quiet hours, for each urgency. Red ones come at any hour by every channel: about them there is nothing to choose (ORG-2). The first has the ETag "0". Every role.
         */
        put: operations["staff_preferences_saveOwn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/notifications/preferences/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how somebody wants to be told
         * @description By id of the member or of an account. Right: `accounts.manage` (by default administrator).
         */
        get: operations["staff_preferences_read"];
        /**
         * Say how somebody is to be told
         * @description By which channels, and outside which quiet hours, for each urgency. Red ones come at any hour by every channel: about them there is nothing to choose (ORG-2). The first has the ETag "0". Right: `accounts.manage` (by default administrator).
         */
        put: operations["staff_preferences_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/notifications/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow my notifications live
         * @description Server-sent events: `ready` first, then `new`, `digest`, `escalated`, `acknowledged`, `read`, each with its number as id. Send the last one as Last-Event-ID to miss nothing; `ready` says `resumed: false` when the list has to be read again. A browser opens it with a stream ticket. Ends with the token. Every role.
         */
        get: operations["staff_notifications_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/notifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a notification and its trail
         * @description Who was told when and by what, and who acknowledged. For who was told it, and who may send.
         */
        get: operations["staff_notifications_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/notifications/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge a notification
         * @description Nobody else is told. Repeated, it changes nothing. Emits staff.notification.acknowledged.v1. Every role.
         */
        post: operations["staff_notifications_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a notification as read
         * @description In every window of the caller. Every role.
         */
        post: operations["staff_notifications_markRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rights there are
         * @description What each allows, and who has it. Every role.
         */
        get: operations["staff_roles_rights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List roles with what they may do
         * @description Every role.
         */
        get: operations["staff_roles_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a role may do
         * @description Every role.
         */
        get: operations["staff_roles_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/roles/{role}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace what a role may do
         * @description Holds in every service within seconds, also for tokens out in the world. Emits staff.role.saved.v1. Right: `roles.manage` (by default administrator).
         */
        put: operations["staff_roles_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sessions
         * @description Live ones, the newest first: the own, every role; those of others with the right accounts.manage.
         */
        get: operations["staff_sessions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session
         * @description Its tokens are refused everywhere within a second. The own, every role; another’s with the right accounts.manage. Emits staff.session.revoked.v1.
         */
        delete: operations["staff_sessions_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/terms/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List titles 职称 or skills
         * @description By code. Every role.
         */
        get: operations["staff_terms_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/terms/{kind}/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a title or skill
         * @description Every role.
         */
        get: operations["staff_terms_read"];
        /**
         * Add or change a title or skill
         * @description A new one has the ETag "0". Emits staff.term.saved.v1. Right: `staff.write` (by default administrator).
         */
        put: operations["staff_terms_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stream-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a ticket for one event stream
         * @description Every role. A browser’s EventSource sends no header: it opens the stream with a ticket, which stands for the caller’s token.
         */
        post: operations["gateway_streamTickets_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        FollowUpAuditChange: {
            /** @example patient */
            subject: string;
            /** @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01 */
            id: string;
            /**
             * @description The fields that changed, as they were; null for something new. Answered masked without the right `personal.unmasked`.
             * @example {
             *       "gender": "unknown"
             *     }
             */
            before: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The same fields as they became; null for something deleted. Answered masked without the right `personal.unmasked`.
             * @example {
             *       "gender": "female"
             *     }
             */
            after: {
                [key: string]: unknown;
            } | null;
        };
        FollowUpAuditEntry: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-21T02:15:00.000Z
             */
            at: string;
            /**
             * @description Null before anybody logged in.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77
             */
            actorId: string | null;
            /** @example 王芳 */
            actorName: string | null;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            actorRoles: string[];
            /** @example null */
            sessionId: string | null;
            /**
             * @description As the gateway saw it.
             * @example 10.2.3.4
             */
            clientAddress: string | null;
            /** @example 5f0c8a52-8f6e-4d0b-9d67-6a2f7a0b1c11 */
            requestId: string;
            /** @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 */
            traceparent: string;
            /** @example patients_people_read */
            operation: string;
            /** @example GET */
            method: string;
            /** @example /patients/:id */
            path: string;
            /**
             * @example {
             *       "id": "0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01"
             *     }
             */
            params: {
                [key: string]: string;
            };
            /**
             * @description What kind the subject ids are of.
             * @example patient
             */
            subject: string;
            /**
             * @description Whose data; of a list, everyone on the page.
             * @example [
             *       "0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01"
             *     ]
             */
            subjectIds: string[];
            /**
             * @description The HTTP status: 2xx succeeded, 4xx was refused.
             * @example 200
             */
            status: number;
            /**
             * @description Whether personal fields were answered as they are.
             * @example true
             */
            unmasked: boolean;
            /** @example null */
            changes: components["schemas"]["FollowUpAuditChange"][] | null;
            /**
             * @description Why, where the caller has to say.
             * @example null
             */
            reason: string | null;
        };
        FollowUpAuditHeadView: {
            /**
             * @description How many entries were ever sealed.
             * @example 18204
             */
            seq: number;
            /**
             * @description Hash of the last seal, hexadecimal.
             * @example 9b2f…
             */
            hash: string;
            /**
             * @description Entries that wait for their seal; it comes within seconds.
             * @example 3
             */
            waiting: number;
        };
        FollowUpAuditPage: {
            items: components["schemas"]["FollowUpAuditEntry"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        FollowUpBackupOverview: {
            /**
             * Format: date-time
             * @description Null: `npm run backup` never ran.
             * @example 2026-11-22T02:00:00.000Z
             */
            takenAt: string | null;
            /**
             * @description How old it is.
             * @example 30600
             */
            ageSeconds: number | null;
        };
        FollowUpBusState: {
            /** @description Events not yet published, counted up to 100,000. */
            outboxWaiting: number;
            consumers: components["schemas"]["FollowUpConsumerState"][];
        };
        FollowUpCompleteTask: {
            /**
             * @description How it ended. A busy line or a call put off is an attempt and leaves the task open.
             * @example reached
             * @enum {string}
             */
            outcome: "reached" | "no-answer" | "wrong-number" | "refused";
            /** @example 恢复良好，伤口已愈合。 */
            note?: string;
        };
        FollowUpConsumerState: {
            /** @example patients */
            stream: string;
            /** @description Every sequence up to this one is dealt with. */
            position: number;
            /** @description Last sequence of the stream. */
            lastSequence: number;
            /** @description Events between the two. */
            behind: number;
            /** @description Events waiting in the parking lot. */
            parked: number;
        };
        FollowUpDeadlinesOverview: {
            /**
             * @description What falls due.
             * @example follow-up.task.lapse
             */
            source: string;
            /**
             * @description Due and not worked off, counted up to 10,000.
             * @example 0
             */
            due: number;
            /**
             * @description How long the oldest of it is due, in seconds.
             * @example 0
             */
            overdueSeconds: number;
        };
        FollowUpDiscardJob: {
            /**
             * @description Why nobody needs it; kept as long as the job.
             * @example Imported by hand instead.
             */
            reason: string;
        };
        FollowUpDiscardParkedEvent: {
            /**
             * @description Why it is safe to drop it; kept for ever.
             * @example Test message of the interface team.
             */
            reason: string;
        };
        FollowUpEndPlan: {
            /**
             * @example cured
             * @enum {string}
             */
            reason: "deceased" | "cured" | "transferred" | "refused" | "other";
            /**
             * @description Required with `other`: which special case it is.
             * @example 患者已搬至外地，由当地医院随访。
             */
            note?: string;
        };
        FollowUpJobDetail: {
            /**
             * Format: uuid
             * @example 019aa2b4-7c1e-7d3a-9b61-2f6f3f5c8a10
             */
            id: string;
            /** @example platform.retention */
            name: string;
            /**
             * @description waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a person, or a failed one that was discarded; failed: no attempt is left, a person decides
             * @example failed
             * @enum {string}
             */
            state: "waiting" | "retrying" | "running" | "completed" | "cancelled" | "failed";
            /**
             * @description Attempts that were begun; 0 while nobody took it.
             * @example 2
             */
            attempts: number;
            /**
             * @description Attempts there will be at most.
             * @example 5
             */
            attemptLimit: number;
            /**
             * @description Higher goes first.
             * @example 0
             */
            priority: number;
            /** @description What must be unique among its kind. */
            singletonKey: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T03:10:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Not before this time; in the future after a failed attempt.
             */
            startAfter: string;
            /**
             * Format: date-time
             * @description Of the latest attempt.
             */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /**
             * @description Ids and settings, no personal data.
             * @example {}
             */
            payload: Record<string, never>;
            /** @description The account that asked for it; null: the service did. */
            requestedBy: string | null;
            /**
             * @description Finds it in the logs.
             * @example b1946ac9-4f5d-4c0a-9f0e-6c5f5d7f2a11
             */
            requestId: string;
            /**
             * @example {
             *       "rule": "outbox",
             *       "removed": 12000
             *     }
             */
            progress: Record<string, never> | null;
            /** Format: date-time */
            progressAt: string | null;
            /** @description The result, or the error of the latest attempt. */
            output: Record<string, never> | null;
        };
        FollowUpJobPage: {
            items: components["schemas"]["FollowUpJobSummary"][];
            nextCursor: string | null;
        };
        FollowUpJobScheduleList: {
            items: components["schemas"]["FollowUpJobScheduleView"][];
        };
        FollowUpJobScheduleView: {
            /** @example platform.retention */
            name: string;
            /**
             * @description Minute, hour, day, month, weekday.
             * @example 10 3 * * *
             */
            cron: string;
            /** @example Asia/Shanghai */
            zone: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:10:00.000Z
             */
            nextAt: string;
            /** Format: date-time */
            lastAt: string | null;
            /**
             * Format: date-time
             * @description Null: none ever did.
             */
            lastSuccessAt: string | null;
        };
        FollowUpJobSummary: {
            /**
             * Format: uuid
             * @example 019aa2b4-7c1e-7d3a-9b61-2f6f3f5c8a10
             */
            id: string;
            /** @example platform.retention */
            name: string;
            /**
             * @description waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a person, or a failed one that was discarded; failed: no attempt is left, a person decides
             * @example failed
             * @enum {string}
             */
            state: "waiting" | "retrying" | "running" | "completed" | "cancelled" | "failed";
            /**
             * @description Attempts that were begun; 0 while nobody took it.
             * @example 2
             */
            attempts: number;
            /**
             * @description Attempts there will be at most.
             * @example 5
             */
            attemptLimit: number;
            /**
             * @description Higher goes first.
             * @example 0
             */
            priority: number;
            /** @description What must be unique among its kind. */
            singletonKey: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T03:10:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Not before this time; in the future after a failed attempt.
             */
            startAfter: string;
            /**
             * Format: date-time
             * @description Of the latest attempt.
             */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        FollowUpJobsOverview: {
            /**
             * @description The kind of job.
             * @example platform.retention
             */
            job: string;
            /**
             * @description Nobody took them yet, or their next attempt comes.
             * @example 0
             */
            waiting: number;
            /** @example 1 */
            running: number;
            /**
             * @description No attempt is left: a person decides.
             * @example 0
             */
            failed: number;
            /**
             * Format: date-time
             * @description Of a scheduled kind: when one is enqueued next.
             */
            nextAt: string | null;
            /**
             * Format: date-time
             * @description Of a scheduled kind: when one last succeeded; null: none ever did.
             */
            lastSuccessAt: string | null;
        };
        FollowUpKeptTableState: {
            /** @example encounter */
            table: string;
            /** @example as long as the medical record */
            reason: string;
        };
        FollowUpOutboxOverview: {
            /**
             * @description Events not yet published, counted up to 100,000.
             * @example 0
             */
            unpublished: number;
            /**
             * @description How old the oldest of them is, in seconds; 0 without any.
             * @example 0
             */
            oldestAgeSeconds: number;
        };
        FollowUpParkedEventDetail: {
            /** Format: uuid */
            id: string;
            /** @example patients */
            stream: string;
            /** @example 1042 */
            streamSequence: number;
            /** @example patients.encounter.discharged.v1 */
            subject: string;
            /** @description Later events of this key wait behind it. */
            key: string;
            /** @enum {string} */
            reason: "failed" | "behind-parked" | "contract" | "malformed" | "unknown-version";
            /** @description First line of the error. */
            error: string;
            attempts: number;
            /** Format: date-time */
            parkedAt: string;
            /** Format: date-time */
            replayRequestedAt: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @enum {string|null} */
            resolution: "replayed" | "discarded" | null;
            /** @description The event as it was received, as text. Answered masked without the right `personal.unmasked`. */
            event: string;
            /** @description The event as it was repaired. Answered masked without the right `personal.unmasked`. */
            repairedEvent: string | null;
            /** @description The whole error with its stack. */
            errorDetail: string;
            resolvedBy: string | null;
            resolutionNote: string | null;
        };
        FollowUpParkedEventPage: {
            items: components["schemas"]["FollowUpParkedEventSummary"][];
            nextCursor: string | null;
        };
        FollowUpParkedEventSummary: {
            /** Format: uuid */
            id: string;
            /** @example patients */
            stream: string;
            /** @example 1042 */
            streamSequence: number;
            /** @example patients.encounter.discharged.v1 */
            subject: string;
            /** @description Later events of this key wait behind it. */
            key: string;
            /** @enum {string} */
            reason: "failed" | "behind-parked" | "contract" | "malformed" | "unknown-version";
            /** @description First line of the error. */
            error: string;
            attempts: number;
            /** Format: date-time */
            parkedAt: string;
            /** Format: date-time */
            replayRequestedAt: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @enum {string|null} */
            resolution: "replayed" | "discarded" | null;
        };
        FollowUpParkedKind: {
            /** @example patients */
            stream: string;
            /**
             * @description The type of the events.
             * @example patients.encounter.discharged.v1
             */
            subject: string;
            /**
             * @description Why they could not be handled.
             * @example contract
             */
            reason: string;
            /** @example 2 */
            events: number;
            /**
             * Format: date-time
             * @example 2026-11-22T02:10:00.000Z
             */
            oldestAt: string;
        };
        FollowUpParkedOverview: {
            /**
             * @description Events that wait for a person, counted up to 10,000.
             * @example 2
             */
            events: number;
            /**
             * Format: date-time
             * @example 2026-11-22T02:10:00.000Z
             */
            oldestAt: string | null;
            /** @description The 50 most frequent. */
            kinds: components["schemas"]["FollowUpParkedKind"][];
        };
        FollowUpPlan: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it began with; a merge leaves it.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01
             */
            patientId: string;
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03
             */
            encounterId: string;
            /**
             * @description Which discharge of the stay; grows when one was taken back.
             * @example 1
             */
            dischargeNumber: number;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            dischargedAt: string;
            /**
             * Format: date
             * @description The hospital’s day; visits count from it.
             * @example 2026-03-02
             */
            dischargedOn: string;
            /** @example 03.01 */
            departmentCode: string | null;
            /** @example 呼吸内科专业 */
            departmentName: string | null;
            /** @example discharge-default */
            protocolCode: string;
            /** @example 1 */
            protocolVersion: number;
            /**
             * @description paused: the patient is in hospital again.
             * @example active
             * @enum {string}
             */
            status: "active" | "paused" | "ended";
            /**
             * @example null
             * @enum {string|null}
             */
            endReason: "deceased" | "cured" | "transferred" | "refused" | "other" | "discharge-cancelled" | "visit-cancelled" | "readmitted" | "do-not-contact" | "consent-withdrawn" | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            endNote: string | null;
            /**
             * Format: date-time
             * @example null
             */
            endedAt: string | null;
            /**
             * @description Something unusual about the date of discharge when it arrived.
             * @example null
             * @enum {string|null}
             */
            remark: "discharge-in-future" | "discharge-long-past" | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:01.000Z
             */
            createdAt: string;
            /**
             * @description Grows with each change; send `If-Match: "<version>"` to change it.
             * @example 1
             */
            version: number;
            /** @description By due date. */
            tasks: components["schemas"]["FollowUpTask"][];
        };
        FollowUpPlanDetail: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it began with; a merge leaves it.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01
             */
            patientId: string;
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03
             */
            encounterId: string;
            /**
             * @description Which discharge of the stay; grows when one was taken back.
             * @example 1
             */
            dischargeNumber: number;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            dischargedAt: string;
            /**
             * Format: date
             * @description The hospital’s day; visits count from it.
             * @example 2026-03-02
             */
            dischargedOn: string;
            /** @example 03.01 */
            departmentCode: string | null;
            /** @example 呼吸内科专业 */
            departmentName: string | null;
            /** @example discharge-default */
            protocolCode: string;
            /** @example 1 */
            protocolVersion: number;
            /**
             * @description paused: the patient is in hospital again.
             * @example active
             * @enum {string}
             */
            status: "active" | "paused" | "ended";
            /**
             * @example null
             * @enum {string|null}
             */
            endReason: "deceased" | "cured" | "transferred" | "refused" | "other" | "discharge-cancelled" | "visit-cancelled" | "readmitted" | "do-not-contact" | "consent-withdrawn" | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            endNote: string | null;
            /**
             * Format: date-time
             * @example null
             */
            endedAt: string | null;
            /**
             * @description Something unusual about the date of discharge when it arrived.
             * @example null
             * @enum {string|null}
             */
            remark: "discharge-in-future" | "discharge-long-past" | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:01.000Z
             */
            createdAt: string;
            /**
             * @description Grows with each change; send `If-Match: "<version>"` to change it.
             * @example 1
             */
            version: number;
            /** @description By due date. */
            tasks: components["schemas"]["FollowUpTask"][];
            /** @description What happened to the plan, oldest first; never edited. */
            trail: components["schemas"]["FollowUpTrailEntry"][];
        };
        FollowUpPlanPage: {
            items: components["schemas"]["FollowUpPlan"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        FollowUpProtocol: {
            /** @example discharge-default */
            code: string;
            /** @example 1 */
            version: number;
            /** @example 出院默认随访方案 */
            nameZh: string;
            /** @example Default discharge protocol */
            nameEn: string;
            /**
             * @example active
             * @enum {string}
             */
            status: "active" | "retired";
            definition: components["schemas"]["FollowUpProtocolDefinitionDto"];
        };
        FollowUpProtocolDefinitionDto: {
            appliesTo: components["schemas"]["FollowUpProtocolScope"];
            steps: components["schemas"]["FollowUpProtocolStepDto"][];
            recurrence?: components["schemas"]["FollowUpProtocolRecurrenceDto"];
        };
        FollowUpProtocolList: {
            items: components["schemas"]["FollowUpProtocol"][];
        };
        FollowUpProtocolRecurrenceDto: {
            /** @example recurring */
            key: string;
            /** @example 定期回访 */
            nameZh: string;
            /** @example Recurring visit */
            nameEn: string;
            /**
             * @description The series is counted from this day after the discharge.
             * @example 70
             */
            anchorDays: number;
            /**
             * @description Calendar months from one visit to the next.
             * @example 3
             */
            everyMonths: number;
            /**
             * @description Days before the due date.
             * @example 7
             */
            opensBeforeDays: number;
            /**
             * @description Days after the due date at whose end an undone visit lapses.
             * @example 30
             */
            lapseAfterDays: number;
        };
        FollowUpProtocolScope: {
            /**
             * @example [
             *       "inpatient"
             *     ]
             */
            classes: ("inpatient" | "outpatient" | "emergency" | "exam" | "planned")[];
        };
        FollowUpProtocolStepDto: {
            /** @example visit-1 */
            key: string;
            /** @example 第一次回访（出院第1周） */
            nameZh: string;
            /** @example Visit 1 (week 1) */
            nameEn: string;
            window: components["schemas"]["FollowUpVisitWindow"];
            /**
             * @description Days after the due date at whose end an undone visit lapses.
             * @example 7
             */
            lapseAfterDays: number;
        };
        FollowUpRepairParkedEvent: {
            /**
             * @description The corrected data of the event; checked against its contract.
             * @example {
             *       "patientId": "…"
             *     }
             */
            data: Record<string, never>;
        };
        FollowUpReplayStreamRequest: {
            /**
             * @description The stream this service should read again.
             * @example patients
             */
            stream: string;
            /** @description From this stream sequence; or give `fromTime`. */
            fromSequence?: number;
            /**
             * Format: date-time
             * @description From the first event published at or after this time.
             */
            fromTime?: string;
            /**
             * @description false: only events this service has not handled yet (after a restore). true: handle all again; the domain’s own constraints keep effects single.
             * @default false
             */
            again: boolean;
        };
        FollowUpRepublishRequest: {
            /**
             * Format: date-time
             * @description Publish again every event that happened at or after this time.
             */
            since: string;
        };
        FollowUpRepublishResult: {
            /**
             * @description Events this call queued for publishing again.
             * @example 120
             */
            events: number;
        };
        FollowUpRetentionRuleState: {
            /** @example outbox */
            name: string;
            /** @example outbox */
            table: string;
            /**
             * @description Days a row is kept.
             * @example 35
             */
            days: number;
            /**
             * @description Null: it is fixed.
             * @example OUTBOX_RETENTION_DAYS
             */
            setting: string | null;
            /** @example republish needs it */
            reason: string;
            /**
             * Format: date-time
             * @description Of the latest run; null: none yet.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description Null while it runs.
             */
            finishedAt: string | null;
            /**
             * @description Rows the latest run removed.
             * @example 48210
             */
            removed: number;
            /**
             * @description Rows removed ever.
             * @example 1204331
             */
            removedEver: number;
            /** @description Why the latest run failed. */
            error: string | null;
            /**
             * Format: date-time
             * @description Age of the oldest row that the rule may remove; null when there is none.
             */
            oldestRow: string | null;
        };
        FollowUpRetentionStarted: {
            /**
             * Format: uuid
             * @description The job that enforces the rules now; null when one waits or runs already.
             */
            job: string | null;
        };
        FollowUpRetentionState: {
            rules: components["schemas"]["FollowUpRetentionRuleState"][];
            /** @description Tables that no rule removes from, and why. */
            kept: components["schemas"]["FollowUpKeptTableState"][];
        };
        FollowUpServiceOverview: {
            /** @example patients */
            service: string;
            /** @example 0.1.0 */
            version: string;
            /**
             * @description BUILD_COMMIT, when it was set.
             * @example 1f3c0de
             */
            commit: string | null;
            /**
             * Format: date-time
             * @description When the process that answers began.
             */
            startedAt: string;
            /**
             * @description What the service needs: `ok`, or why it fails.
             * @example {
             *       "database": "ok",
             *       "nats": "timed out"
             *     }
             */
            checks: {
                [key: string]: string;
            };
            parked: components["schemas"]["FollowUpParkedOverview"] | null;
            outbox: components["schemas"]["FollowUpOutboxOverview"] | null;
            /** @description Each stream that it reads. */
            consumers: components["schemas"]["FollowUpConsumerState"][] | null;
            jobs: components["schemas"]["FollowUpJobsOverview"][] | null;
            deadlines: components["schemas"]["FollowUpDeadlinesOverview"][] | null;
            backup: components["schemas"]["FollowUpBackupOverview"] | null;
            /**
             * @description Parts that could not be read in time.
             * @example []
             */
            unread: ("parked" | "outbox" | "consumers" | "jobs" | "deadlines" | "backup")[];
        };
        FollowUpTask: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05
             */
            id: string;
            /**
             * Format: uuid
             * @description Null outside plans.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04
             */
            planId: string | null;
            /**
             * Format: uuid
             * @description The record it began with; a merge leaves it.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01
             */
            patientId: string;
            /**
             * Format: uuid
             * @description Null when about none.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03
             */
            encounterId: string | null;
            /**
             * @example visit
             * @enum {string}
             */
            kind: "visit" | "in-hospital-care" | "pain" | "education" | "survey" | "call-back" | "green-channel";
            /**
             * @description form: a questionnaire by link; letter: on paper.
             * @example call
             * @enum {string}
             */
            mode: "call" | "message" | "form" | "letter";
            /**
             * @description What is asked.
             * @example discharge-follow-up
             */
            questionnaireCode: string | null;
            /**
             * @description Null: the newest when it is asked.
             * @example null
             */
            questionnaireVersion: number | null;
            /**
             * @description Skill of the staff member.
             * @example wound-care
             */
            skill: string | null;
            /**
             * @description Key of the protocol’s step.
             * @example visit-1
             */
            step: string;
            /** @example 第一次回访（出院第1周） */
            nameZh: string;
            /** @example Visit 1 (week 1) */
            nameEn: string;
            /**
             * @description planned: waits for its window, or for its plan to go on. cancelled: closed with its plan or stay, for `closeReason`.
             * @example open
             * @enum {string}
             */
            status: "planned" | "open" | "done" | "lapsed" | "cancelled";
            /**
             * Format: date
             * @description First day; it opens at 00:00 there.
             * @example 2026-03-02
             */
            opensOn: string;
            /**
             * Format: date
             * @example 2026-03-09
             */
            dueOn: string | null;
            /**
             * Format: date
             * @description Last day on which it can be done; it lapses when this day ends.
             * @example 2026-03-16
             */
            lapsesOn: string | null;
            /**
             * Format: date-time
             * @description The moment it opens; null for 00:00 of `opensOn`.
             * @example null
             */
            opensAt: string | null;
            /**
             * Format: date-time
             * @description The moment it is due, for a step counted in hours.
             * @example null
             */
            dueAt: string | null;
            /**
             * @example null
             * @enum {string|null}
             */
            outcome: "reached" | "no-answer" | "wrong-number" | "refused" | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            note: string | null;
            /**
             * Format: date-time
             * @example null
             */
            completedAt: string | null;
            /**
             * @description Account id.
             * @example null
             */
            completedBy: string | null;
            /** @example null */
            completedByName: string | null;
            /**
             * @description Why it was cancelled.
             * @example null
             */
            closeReason: string | null;
            /**
             * @description Grows with each change; send `If-Match: "<version>"` to change it.
             * @example 1
             */
            version: number;
        };
        FollowUpTaskPage: {
            items: components["schemas"]["FollowUpTask"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        FollowUpTrailEntry: {
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:01.000Z
             */
            at: string;
            /**
             * @example created
             * @enum {string}
             */
            what: "created" | "paused" | "resumed" | "ended" | "task-opened" | "task-completed" | "task-lapsed";
            /**
             * @description Step of the task concerned.
             * @example null
             */
            step: string | null;
            /** @example null */
            reason: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            note: string | null;
            /**
             * @description Account id; null for the calendar.
             * @example null
             */
            actorId: string | null;
            /** @example null */
            actorName: string | null;
            /**
             * Format: uuid
             * @description Id of the event that caused it.
             */
            cause: string | null;
        };
        FollowUpVisitWindow: {
            /**
             * @description Days after the day of discharge.
             * @example 0
             */
            fromDay: number;
            /**
             * @description Days after the day of discharge; the visit is due on this day.
             * @example 7
             */
            toDay: number;
        };
        GatewayBackupOverview: {
            /**
             * Format: date-time
             * @description Null: `npm run backup` never ran.
             * @example 2026-11-22T02:00:00.000Z
             */
            takenAt: string | null;
            /**
             * @description How old it is.
             * @example 30600
             */
            ageSeconds: number | null;
        };
        GatewayConsumerState: {
            /** @example patients */
            stream: string;
            /** @description Every sequence up to this one is dealt with. */
            position: number;
            /** @description Last sequence of the stream. */
            lastSequence: number;
            /** @description Events between the two. */
            behind: number;
            /** @description Events waiting in the parking lot. */
            parked: number;
        };
        GatewayDeadlinesOverview: {
            /**
             * @description What falls due.
             * @example follow-up.task.lapse
             */
            source: string;
            /**
             * @description Due and not worked off, counted up to 10,000.
             * @example 0
             */
            due: number;
            /**
             * @description How long the oldest of it is due, in seconds.
             * @example 0
             */
            overdueSeconds: number;
        };
        GatewayGatewayBuild: {
            /** @example 0.1.0 */
            version: string;
            /**
             * @description BUILD_COMMIT, when it was set.
             * @example 1f3c0de
             */
            commit: string | null;
            /**
             * Format: date-time
             * @description When the process that answers began.
             */
            startedAt: string;
        };
        GatewayHospitalOverview: {
            /**
             * Format: date-time
             * @example 2026-11-22T10:30:00.000Z
             */
            at: string;
            gateway: components["schemas"]["GatewayGatewayBuild"];
            /** @description Every service, whether it answers or not. */
            services: components["schemas"]["GatewayServiceEntry"][];
        };
        GatewayJobsOverview: {
            /**
             * @description The kind of job.
             * @example platform.retention
             */
            job: string;
            /**
             * @description Nobody took them yet, or their next attempt comes.
             * @example 0
             */
            waiting: number;
            /** @example 1 */
            running: number;
            /**
             * @description No attempt is left: a person decides.
             * @example 0
             */
            failed: number;
            /**
             * Format: date-time
             * @description Of a scheduled kind: when one is enqueued next.
             */
            nextAt: string | null;
            /**
             * Format: date-time
             * @description Of a scheduled kind: when one last succeeded; null: none ever did.
             */
            lastSuccessAt: string | null;
        };
        GatewayOutboxOverview: {
            /**
             * @description Events not yet published, counted up to 100,000.
             * @example 0
             */
            unpublished: number;
            /**
             * @description How old the oldest of them is, in seconds; 0 without any.
             * @example 0
             */
            oldestAgeSeconds: number;
        };
        GatewayParkedKind: {
            /** @example patients */
            stream: string;
            /**
             * @description The type of the events.
             * @example patients.encounter.discharged.v1
             */
            subject: string;
            /**
             * @description Why they could not be handled.
             * @example contract
             */
            reason: string;
            /** @example 2 */
            events: number;
            /**
             * Format: date-time
             * @example 2026-11-22T02:10:00.000Z
             */
            oldestAt: string;
        };
        GatewayParkedOverview: {
            /**
             * @description Events that wait for a person, counted up to 10,000.
             * @example 2
             */
            events: number;
            /**
             * Format: date-time
             * @example 2026-11-22T02:10:00.000Z
             */
            oldestAt: string | null;
            /** @description The 50 most frequent. */
            kinds: components["schemas"]["GatewayParkedKind"][];
        };
        GatewayServiceEntry: {
            /**
             * @example patients
             * @enum {string}
             */
            service: "staff" | "patients" | "follow-up" | "his";
            /**
             * @description ok; degraded: it answers, and something it needs does not; down: nobody answers at its address; slow: no answer within three seconds; refused: it does not let this caller look; failed: it answered with an error.
             * @example ok
             * @enum {string}
             */
            status: "ok" | "degraded" | "down" | "slow" | "refused" | "failed";
            /**
             * @description Why it is not ok, for people.
             * @example null
             */
            reason: string | null;
            /**
             * @description How long its answer took, in milliseconds.
             * @example 14
             */
            tookMs: number;
            /** @description Null without an answer. */
            overview: components["schemas"]["GatewayServiceOverview"] | null;
        };
        GatewayServiceOverview: {
            /** @example patients */
            service: string;
            /** @example 0.1.0 */
            version: string;
            /**
             * @description BUILD_COMMIT, when it was set.
             * @example 1f3c0de
             */
            commit: string | null;
            /**
             * Format: date-time
             * @description When the process that answers began.
             */
            startedAt: string;
            /**
             * @description What the service needs: `ok`, or why it fails.
             * @example {
             *       "database": "ok",
             *       "nats": "timed out"
             *     }
             */
            checks: {
                [key: string]: string;
            };
            parked: components["schemas"]["GatewayParkedOverview"] | null;
            outbox: components["schemas"]["GatewayOutboxOverview"] | null;
            /** @description Each stream that it reads. */
            consumers: components["schemas"]["GatewayConsumerState"][] | null;
            jobs: components["schemas"]["GatewayJobsOverview"][] | null;
            deadlines: components["schemas"]["GatewayDeadlinesOverview"][] | null;
            backup: components["schemas"]["GatewayBackupOverview"] | null;
            /**
             * @description Parts that could not be read in time.
             * @example []
             */
            unread: ("parked" | "outbox" | "consumers" | "jobs" | "deadlines" | "backup")[];
        };
        GatewayServicesHealthReport: {
            /**
             * @description `ok` when every service is.
             * @example ok
             * @enum {string}
             */
            status: "ok" | "unavailable";
            /**
             * @example {
             *       "staff": "ok",
             *       "patients": "ok",
             *       "follow-up": "ok",
             *       "his": "ok"
             *     }
             */
            services: {
                [key: string]: "ok" | "unavailable";
            };
        };
        GatewayStreamTicket: {
            /**
             * @description Goes into the query: `GET <path>?ticket=…`. Good once.
             * @example 0Hq3v1…
             */
            ticket: string;
            /**
             * @description Seconds from now.
             * @example 30
             */
            expiresIn: number;
        };
        GatewayStreamTicketRequest: {
            /**
             * @description The stream, without query.
             * @example /staff/notifications/stream
             */
            path: string;
        };
        HisAuditChange: {
            /** @example patient */
            subject: string;
            /** @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01 */
            id: string;
            /**
             * @description The fields that changed, as they were; null for something new. Answered masked without the right `personal.unmasked`.
             * @example {
             *       "gender": "unknown"
             *     }
             */
            before: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The same fields as they became; null for something deleted. Answered masked without the right `personal.unmasked`.
             * @example {
             *       "gender": "female"
             *     }
             */
            after: {
                [key: string]: unknown;
            } | null;
        };
        HisAuditEntry: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-21T02:15:00.000Z
             */
            at: string;
            /**
             * @description Null before anybody logged in.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77
             */
            actorId: string | null;
            /** @example 王芳 */
            actorName: string | null;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            actorRoles: string[];
            /** @example null */
            sessionId: string | null;
            /**
             * @description As the gateway saw it.
             * @example 10.2.3.4
             */
            clientAddress: string | null;
            /** @example 5f0c8a52-8f6e-4d0b-9d67-6a2f7a0b1c11 */
            requestId: string;
            /** @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 */
            traceparent: string;
            /** @example patients_people_read */
            operation: string;
            /** @example GET */
            method: string;
            /** @example /patients/:id */
            path: string;
            /**
             * @example {
             *       "id": "0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01"
             *     }
             */
            params: {
                [key: string]: string;
            };
            /**
             * @description What kind the subject ids are of.
             * @example patient
             */
            subject: string;
            /**
             * @description Whose data; of a list, everyone on the page.
             * @example [
             *       "0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01"
             *     ]
             */
            subjectIds: string[];
            /**
             * @description The HTTP status: 2xx succeeded, 4xx was refused.
             * @example 200
             */
            status: number;
            /**
             * @description Whether personal fields were answered as they are.
             * @example true
             */
            unmasked: boolean;
            /** @example null */
            changes: components["schemas"]["HisAuditChange"][] | null;
            /**
             * @description Why, where the caller has to say.
             * @example null
             */
            reason: string | null;
        };
        HisAuditHeadView: {
            /**
             * @description How many entries were ever sealed.
             * @example 18204
             */
            seq: number;
            /**
             * @description Hash of the last seal, hexadecimal.
             * @example 9b2f…
             */
            hash: string;
            /**
             * @description Entries that wait for their seal; it comes within seconds.
             * @example 3
             */
            waiting: number;
        };
        HisAuditPage: {
            items: components["schemas"]["HisAuditEntry"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        HisBackupOverview: {
            /**
             * Format: date-time
             * @description Null: `npm run backup` never ran.
             * @example 2026-11-22T02:00:00.000Z
             */
            takenAt: string | null;
            /**
             * @description How old it is.
             * @example 30600
             */
            ageSeconds: number | null;
        };
        HisBusState: {
            /** @description Events not yet published, counted up to 100,000. */
            outboxWaiting: number;
            consumers: components["schemas"]["HisConsumerState"][];
        };
        HisConsumerState: {
            /** @example patients */
            stream: string;
            /** @description Every sequence up to this one is dealt with. */
            position: number;
            /** @description Last sequence of the stream. */
            lastSequence: number;
            /** @description Events between the two. */
            behind: number;
            /** @description Events waiting in the parking lot. */
            parked: number;
        };
        HisCreatePartner: {
            /** @description What it does otherwise than the default. */
            definition: components["schemas"]["HisDefinition"];
            /** @example city-hospital-his */
            code: string;
        };
        HisDeadlinesOverview: {
            /**
             * @description What falls due.
             * @example follow-up.task.lapse
             */
            source: string;
            /**
             * @description Due and not worked off, counted up to 10,000.
             * @example 0
             */
            due: number;
            /**
             * @description How long the oldest of it is due, in seconds.
             * @example 0
             */
            overdueSeconds: number;
        };
        HisDefinition: {
            /**
             * @description MSH-3.1 of its messages; left out: any.
             * @example HIS
             */
            sendingApplication?: string;
            /**
             * @description MSH-4.1; left out: any.
             * @example 市一医院
             */
            sendingFacility?: string;
            /**
             * @description Of messages that declare none and are not UTF-8.
             * @enum {string}
             */
            charset?: "utf-8" | "gb18030" | "gbk" | "iso-8859-1";
            /**
             * @description IANA zone of times without an offset.
             * @example Asia/Shanghai
             */
            zone?: string;
            /**
             * @description Issuer of record numbers whose PID-3.4 is empty.
             * @example HIS
             */
            identifierAuthority?: string;
            /**
             * @description PID fields with record numbers, best first.
             * @example [
             *       3,
             *       2
             *     ]
             */
            identifierFields?: number[];
            /**
             * @description PID-3.5 of the main number, best first.
             * @example [
             *       "MR",
             *       "PI"
             *     ]
             */
            primaryIdentifierTypes?: string[];
            /**
             * @description PID-3.5 of a national ID.
             * @example [
             *       "NNCHN"
             *     ]
             */
            nationalIdTypes?: string[];
            /**
             * @description 张^张三: the given name holds the whole name.
             * @example false
             */
            givenNameIsFullName?: boolean;
            /**
             * @description PID-8 → sex. Adds to the usual codes.
             * @example {
             *       "男性患者": "male"
             *     }
             */
            sexes?: {
                [key: string]: string;
            };
            /**
             * @description PV1-2 → kind of visit. Adds to the usual codes.
             * @example {
             *       "特需": "outpatient"
             *     }
             */
            visitClasses?: {
                [key: string]: string;
            };
            /**
             * @description PID-30 → whether the patient died. Adds to the usual codes.
             * @example {
             *       "死亡": true
             *     }
             */
            deathIndicators?: {
                [key: string]: boolean;
            };
            /**
             * @description PV1-36 of a patient who died.
             * @example [
             *       "20",
             *       "死亡"
             *     ]
             */
            deathDispositions?: string[];
            /**
             * @description Local department code → national code.
             * @example {
             *       "020101": "03.04"
             *     }
             */
            departments?: {
                [key: string]: string;
            };
            /**
             * @description OBR-24 → kind of result. Adds to the usual codes.
             * @example {
             *       "超声": "imaging"
             *     }
             */
            resultSections?: {
                [key: string]: string;
            };
            /**
             * @description OBX-8 → how far from normal. Adds to the usual codes.
             * @example {
             *       "偏高": "abnormal"
             *     }
             */
            abnormalFlags?: {
                [key: string]: string;
            };
            /**
             * @description ORC-29 → what a drug was ordered for. Adds to the usual codes.
             * @example {
             *       "带药": "discharge"
             *     }
             */
            medicationOrderTypes?: {
                [key: string]: string;
            };
            /**
             * @description MSH-11.1 taken; an empty text takes none stated.
             * @example [
             *       "P"
             *     ]
             */
            processingIds?: string[];
            /**
             * @description MSH-12.1 taken.
             * @example [
             *       "2.4",
             *       "2.5"
             *     ]
             */
            versions?: string[];
            /**
             * @description What becomes of an A01, A04 or A05 without visit number.
             * @enum {string}
             */
            admissionWithoutVisitNumber?: "keep-patient" | "refuse";
        };
        HisDiscardJob: {
            /**
             * @description Why nobody needs it; kept as long as the job.
             * @example Imported by hand instead.
             */
            reason: string;
        };
        HisDiscardParkedEvent: {
            /**
             * @description Why it is safe to drop it; kept for ever.
             * @example Test message of the interface team.
             */
            reason: string;
        };
        HisJobDetail: {
            /**
             * Format: uuid
             * @example 019aa2b4-7c1e-7d3a-9b61-2f6f3f5c8a10
             */
            id: string;
            /** @example platform.retention */
            name: string;
            /**
             * @description waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a person, or a failed one that was discarded; failed: no attempt is left, a person decides
             * @example failed
             * @enum {string}
             */
            state: "waiting" | "retrying" | "running" | "completed" | "cancelled" | "failed";
            /**
             * @description Attempts that were begun; 0 while nobody took it.
             * @example 2
             */
            attempts: number;
            /**
             * @description Attempts there will be at most.
             * @example 5
             */
            attemptLimit: number;
            /**
             * @description Higher goes first.
             * @example 0
             */
            priority: number;
            /** @description What must be unique among its kind. */
            singletonKey: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T03:10:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Not before this time; in the future after a failed attempt.
             */
            startAfter: string;
            /**
             * Format: date-time
             * @description Of the latest attempt.
             */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /**
             * @description Ids and settings, no personal data.
             * @example {}
             */
            payload: Record<string, never>;
            /** @description The account that asked for it; null: the service did. */
            requestedBy: string | null;
            /**
             * @description Finds it in the logs.
             * @example b1946ac9-4f5d-4c0a-9f0e-6c5f5d7f2a11
             */
            requestId: string;
            /**
             * @example {
             *       "rule": "outbox",
             *       "removed": 12000
             *     }
             */
            progress: Record<string, never> | null;
            /** Format: date-time */
            progressAt: string | null;
            /** @description The result, or the error of the latest attempt. */
            output: Record<string, never> | null;
        };
        HisJobPage: {
            items: components["schemas"]["HisJobSummary"][];
            nextCursor: string | null;
        };
        HisJobScheduleList: {
            items: components["schemas"]["HisJobScheduleView"][];
        };
        HisJobScheduleView: {
            /** @example platform.retention */
            name: string;
            /**
             * @description Minute, hour, day, month, weekday.
             * @example 10 3 * * *
             */
            cron: string;
            /** @example Asia/Shanghai */
            zone: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:10:00.000Z
             */
            nextAt: string;
            /** Format: date-time */
            lastAt: string | null;
            /**
             * Format: date-time
             * @description Null: none ever did.
             */
            lastSuccessAt: string | null;
        };
        HisJobSummary: {
            /**
             * Format: uuid
             * @example 019aa2b4-7c1e-7d3a-9b61-2f6f3f5c8a10
             */
            id: string;
            /** @example platform.retention */
            name: string;
            /**
             * @description waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a person, or a failed one that was discarded; failed: no attempt is left, a person decides
             * @example failed
             * @enum {string}
             */
            state: "waiting" | "retrying" | "running" | "completed" | "cancelled" | "failed";
            /**
             * @description Attempts that were begun; 0 while nobody took it.
             * @example 2
             */
            attempts: number;
            /**
             * @description Attempts there will be at most.
             * @example 5
             */
            attemptLimit: number;
            /**
             * @description Higher goes first.
             * @example 0
             */
            priority: number;
            /** @description What must be unique among its kind. */
            singletonKey: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T03:10:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Not before this time; in the future after a failed attempt.
             */
            startAfter: string;
            /**
             * Format: date-time
             * @description Of the latest attempt.
             */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        HisJobsOverview: {
            /**
             * @description The kind of job.
             * @example platform.retention
             */
            job: string;
            /**
             * @description Nobody took them yet, or their next attempt comes.
             * @example 0
             */
            waiting: number;
            /** @example 1 */
            running: number;
            /**
             * @description No attempt is left: a person decides.
             * @example 0
             */
            failed: number;
            /**
             * Format: date-time
             * @description Of a scheduled kind: when one is enqueued next.
             */
            nextAt: string | null;
            /**
             * Format: date-time
             * @description Of a scheduled kind: when one last succeeded; null: none ever did.
             */
            lastSuccessAt: string | null;
        };
        HisKeptTableState: {
            /** @example encounter */
            table: string;
            /** @example as long as the medical record */
            reason: string;
        };
        HisMessage: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01
             */
            id: string;
            /**
             * @description Code of the partner profile it was read with.
             * @example default
             */
            partner: string;
            /**
             * @description MSH-3.
             * @example HIS
             */
            sendingApplication: string;
            /**
             * @description MSH-4.
             * @example DEMO
             */
            sendingFacility: string;
            /**
             * @description MSH-10.
             * @example CN0001
             */
            controlId: string;
            /**
             * @description MSH-9.1.
             * @example ADT
             */
            messageType: string;
            /**
             * @description MSH-9.2, else EVN-1.
             * @example A03
             */
            event: string;
            /**
             * @description `repaired`: refused, but a repair or retry was accepted.
             * @enum {string}
             */
            status: "accepted" | "rejected" | "repaired";
            /**
             * @example AA
             * @enum {string}
             */
            code: "AA" | "AE" | "AR";
            /** @description Why it was refused. */
            errors: components["schemas"]["HisMessageProblem"][];
            /** @description Told to the sender; they did not refuse it. */
            warnings: components["schemas"]["HisMessageProblem"][];
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            receivedAt: string;
            /**
             * @example gb18030
             * @enum {string}
             */
            charset: "utf-8" | "gb18030" | "gbk" | "iso-8859-1";
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 00088001
             */
            recordNumber: string | null;
            /**
             * @description Every record number it names. Answered masked without the right `personal.unmasked`.
             * @example [
             *       "00088001"
             *     ]
             */
            recordNumbers: string[];
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example ZY20260001
             */
            visitNumber: string | null;
            /**
             * Format: uuid
             * @description The message it repairs.
             * @example null
             */
            repairedFrom: string | null;
            /**
             * @description Segments end with CR, as they came. Answered masked without the right `personal.unmasked`.
             * @example MSH|^~\&|HIS|…
             */
            text: string;
            /**
             * @description What its sender was told. Answered masked without the right `personal.unmasked`.
             * @example [
             *       "MSH|^~\\&|…\rMSA|AA|CN0001\r"
             *     ]
             */
            answers: string[];
            /**
             * Format: date-time
             * @description When it happened by the sender’s clock (EVN-2, else MSH-7); events count no later than receipt.
             * @example 2026-03-02T10:15:00+08:00
             */
            claimedTime: string | null;
            /**
             * @description Bytes.
             * @example 412
             */
            size: number;
            /**
             * Format: uuid
             * @description The message that repairs it.
             * @example null
             */
            repairedByMessage: string | null;
            /**
             * @description Account that repaired it; null when its sender sent it again.
             * @example null
             */
            repairedBy: string | null;
        };
        HisMessagePage: {
            items: components["schemas"]["HisMessageSummary"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        HisMessageProblem: {
            /**
             * @description HL7 table 0357: 100–103 and 204–206 an error, 200–203 not supported.
             * @example 103
             */
            code: number;
            /**
             * @description Segment, field and component.
             * @example PV1-2
             */
            location: string;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example patient class "特需" is not in the table of default
             */
            text: string;
        };
        HisMessageSummary: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01
             */
            id: string;
            /**
             * @description Code of the partner profile it was read with.
             * @example default
             */
            partner: string;
            /**
             * @description MSH-3.
             * @example HIS
             */
            sendingApplication: string;
            /**
             * @description MSH-4.
             * @example DEMO
             */
            sendingFacility: string;
            /**
             * @description MSH-10.
             * @example CN0001
             */
            controlId: string;
            /**
             * @description MSH-9.1.
             * @example ADT
             */
            messageType: string;
            /**
             * @description MSH-9.2, else EVN-1.
             * @example A03
             */
            event: string;
            /**
             * @description `repaired`: refused, but a repair or retry was accepted.
             * @enum {string}
             */
            status: "accepted" | "rejected" | "repaired";
            /**
             * @example AA
             * @enum {string}
             */
            code: "AA" | "AE" | "AR";
            /** @description Why it was refused. */
            errors: components["schemas"]["HisMessageProblem"][];
            /** @description Told to the sender; they did not refuse it. */
            warnings: components["schemas"]["HisMessageProblem"][];
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            receivedAt: string;
            /**
             * @example gb18030
             * @enum {string}
             */
            charset: "utf-8" | "gb18030" | "gbk" | "iso-8859-1";
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 00088001
             */
            recordNumber: string | null;
            /**
             * @description Every record number it names. Answered masked without the right `personal.unmasked`.
             * @example [
             *       "00088001"
             *     ]
             */
            recordNumbers: string[];
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example ZY20260001
             */
            visitNumber: string | null;
            /**
             * Format: uuid
             * @description The message it repairs.
             * @example null
             */
            repairedFrom: string | null;
        };
        HisOutboxOverview: {
            /**
             * @description Events not yet published, counted up to 100,000.
             * @example 0
             */
            unpublished: number;
            /**
             * @description How old the oldest of them is, in seconds; 0 without any.
             * @example 0
             */
            oldestAgeSeconds: number;
        };
        HisParkedEventDetail: {
            /** Format: uuid */
            id: string;
            /** @example patients */
            stream: string;
            /** @example 1042 */
            streamSequence: number;
            /** @example patients.encounter.discharged.v1 */
            subject: string;
            /** @description Later events of this key wait behind it. */
            key: string;
            /** @enum {string} */
            reason: "failed" | "behind-parked" | "contract" | "malformed" | "unknown-version";
            /** @description First line of the error. */
            error: string;
            attempts: number;
            /** Format: date-time */
            parkedAt: string;
            /** Format: date-time */
            replayRequestedAt: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @enum {string|null} */
            resolution: "replayed" | "discarded" | null;
            /** @description The event as it was received, as text. Answered masked without the right `personal.unmasked`. */
            event: string;
            /** @description The event as it was repaired. Answered masked without the right `personal.unmasked`. */
            repairedEvent: string | null;
            /** @description The whole error with its stack. */
            errorDetail: string;
            resolvedBy: string | null;
            resolutionNote: string | null;
        };
        HisParkedEventPage: {
            items: components["schemas"]["HisParkedEventSummary"][];
            nextCursor: string | null;
        };
        HisParkedEventSummary: {
            /** Format: uuid */
            id: string;
            /** @example patients */
            stream: string;
            /** @example 1042 */
            streamSequence: number;
            /** @example patients.encounter.discharged.v1 */
            subject: string;
            /** @description Later events of this key wait behind it. */
            key: string;
            /** @enum {string} */
            reason: "failed" | "behind-parked" | "contract" | "malformed" | "unknown-version";
            /** @description First line of the error. */
            error: string;
            attempts: number;
            /** Format: date-time */
            parkedAt: string;
            /** Format: date-time */
            replayRequestedAt: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @enum {string|null} */
            resolution: "replayed" | "discarded" | null;
        };
        HisParkedKind: {
            /** @example patients */
            stream: string;
            /**
             * @description The type of the events.
             * @example patients.encounter.discharged.v1
             */
            subject: string;
            /**
             * @description Why they could not be handled.
             * @example contract
             */
            reason: string;
            /** @example 2 */
            events: number;
            /**
             * Format: date-time
             * @example 2026-11-22T02:10:00.000Z
             */
            oldestAt: string;
        };
        HisParkedOverview: {
            /**
             * @description Events that wait for a person, counted up to 10,000.
             * @example 2
             */
            events: number;
            /**
             * Format: date-time
             * @example 2026-11-22T02:10:00.000Z
             */
            oldestAt: string | null;
            /** @description The 50 most frequent. */
            kinds: components["schemas"]["HisParkedKind"][];
        };
        HisPartner: {
            /** @example city-hospital-his */
            code: string;
            /** @description As saved. */
            definition: components["schemas"]["HisDefinition"];
            /** @description As messages are read with it: the default and what is saved. */
            effective: components["schemas"]["HisDefinition"];
            /**
             * @description Grows with each change; also the ETag.
             * @example 1
             */
            version: number;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            updatedAt: string;
        };
        HisPartnerPage: {
            items: components["schemas"]["HisPartner"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        HisRepairMessage: {
            /**
             * @description The whole message as it should have been; segments end with CR, LF or CRLF.
             * @example MSH|^~\&|HIS|DEMO|CSC|HOSPITAL|20260302101500||ADT^A03|CN0001|P|2.5.1
            PID|…
             */
            text: string;
        };
        HisRepairParkedEvent: {
            /**
             * @description The corrected data of the event; checked against its contract.
             * @example {
             *       "patientId": "…"
             *     }
             */
            data: Record<string, never>;
        };
        HisRepairedMessage: {
            /**
             * Format: uuid
             * @description The message that was accepted in its place.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01
             */
            id: string;
            /**
             * Format: uuid
             * @description The refused message.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01
             */
            repairedFrom: string;
        };
        HisReplayStreamRequest: {
            /**
             * @description The stream this service should read again.
             * @example patients
             */
            stream: string;
            /** @description From this stream sequence; or give `fromTime`. */
            fromSequence?: number;
            /**
             * Format: date-time
             * @description From the first event published at or after this time.
             */
            fromTime?: string;
            /**
             * @description false: only events this service has not handled yet (after a restore). true: handle all again; the domain’s own constraints keep effects single.
             * @default false
             */
            again: boolean;
        };
        HisRepublishRequest: {
            /**
             * Format: date-time
             * @description Publish again every event that happened at or after this time.
             */
            since: string;
        };
        HisRepublishResult: {
            /**
             * @description Events this call queued for publishing again.
             * @example 120
             */
            events: number;
        };
        HisRetentionRuleState: {
            /** @example outbox */
            name: string;
            /** @example outbox */
            table: string;
            /**
             * @description Days a row is kept.
             * @example 35
             */
            days: number;
            /**
             * @description Null: it is fixed.
             * @example OUTBOX_RETENTION_DAYS
             */
            setting: string | null;
            /** @example republish needs it */
            reason: string;
            /**
             * Format: date-time
             * @description Of the latest run; null: none yet.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description Null while it runs.
             */
            finishedAt: string | null;
            /**
             * @description Rows the latest run removed.
             * @example 48210
             */
            removed: number;
            /**
             * @description Rows removed ever.
             * @example 1204331
             */
            removedEver: number;
            /** @description Why the latest run failed. */
            error: string | null;
            /**
             * Format: date-time
             * @description Age of the oldest row that the rule may remove; null when there is none.
             */
            oldestRow: string | null;
        };
        HisRetentionStarted: {
            /**
             * Format: uuid
             * @description The job that enforces the rules now; null when one waits or runs already.
             */
            job: string | null;
        };
        HisRetentionState: {
            rules: components["schemas"]["HisRetentionRuleState"][];
            /** @description Tables that no rule removes from, and why. */
            kept: components["schemas"]["HisKeptTableState"][];
        };
        HisSavePartner: {
            /** @description What it does otherwise than the default. */
            definition: components["schemas"]["HisDefinition"];
        };
        HisServiceOverview: {
            /** @example patients */
            service: string;
            /** @example 0.1.0 */
            version: string;
            /**
             * @description BUILD_COMMIT, when it was set.
             * @example 1f3c0de
             */
            commit: string | null;
            /**
             * Format: date-time
             * @description When the process that answers began.
             */
            startedAt: string;
            /**
             * @description What the service needs: `ok`, or why it fails.
             * @example {
             *       "database": "ok",
             *       "nats": "timed out"
             *     }
             */
            checks: {
                [key: string]: string;
            };
            parked: components["schemas"]["HisParkedOverview"] | null;
            outbox: components["schemas"]["HisOutboxOverview"] | null;
            /** @description Each stream that it reads. */
            consumers: components["schemas"]["HisConsumerState"][] | null;
            jobs: components["schemas"]["HisJobsOverview"][] | null;
            deadlines: components["schemas"]["HisDeadlinesOverview"][] | null;
            backup: components["schemas"]["HisBackupOverview"] | null;
            /**
             * @description Parts that could not be read in time.
             * @example []
             */
            unread: ("parked" | "outbox" | "consumers" | "jobs" | "deadlines" | "backup")[];
        };
        PatientsActivitiesResult: {
            /**
             * @description New ones.
             * @example 996
             */
            recorded: number;
            /**
             * @description Known by their externalId already.
             * @example 3
             */
            repeated: number;
            /** @description What was not recorded; the rest was. */
            refused: components["schemas"]["PatientsRefusedActivity"][];
        };
        PatientsActivityResult: {
            /**
             * Format: uuid
             * @description Of the membership it counts for.
             */
            membershipId: string;
            /**
             * @description It was known by its externalId already.
             * @example false
             */
            isRepeat: boolean;
        };
        PatientsAllArrivals: {
            /** @description Over all communities; who is in two counts in both. */
            total: components["schemas"]["PatientsArrivalFigures"];
            items: components["schemas"]["PatientsCommunityArrivals"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsArrivalFigures: {
            /**
             * @description People who were members at any time of the period.
             * @example 200
             */
            members: number;
            /**
             * @description Those who came to the hospital in it while they were members.
             * @example 41
             */
            arrived: number;
            /**
             * @description arrived ÷ members in percent; null without members.
             * @example 20.5
             */
            ratePercent: number | null;
            /**
             * @description COMMUNITY_ARRIVAL_GOAL_PERCENT
             * @example 18
             */
            goalPercent: number;
            /**
             * @description The goal is met; null without members.
             * @example true
             */
            isMet: boolean | null;
        };
        PatientsAuditChange: {
            /** @example patient */
            subject: string;
            /** @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01 */
            id: string;
            /**
             * @description The fields that changed, as they were; null for something new. Answered masked without the right `personal.unmasked`.
             * @example {
             *       "gender": "unknown"
             *     }
             */
            before: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The same fields as they became; null for something deleted. Answered masked without the right `personal.unmasked`.
             * @example {
             *       "gender": "female"
             *     }
             */
            after: {
                [key: string]: unknown;
            } | null;
        };
        PatientsAuditEntry: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-21T02:15:00.000Z
             */
            at: string;
            /**
             * @description Null before anybody logged in.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77
             */
            actorId: string | null;
            /** @example 王芳 */
            actorName: string | null;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            actorRoles: string[];
            /** @example null */
            sessionId: string | null;
            /**
             * @description As the gateway saw it.
             * @example 10.2.3.4
             */
            clientAddress: string | null;
            /** @example 5f0c8a52-8f6e-4d0b-9d67-6a2f7a0b1c11 */
            requestId: string;
            /** @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 */
            traceparent: string;
            /** @example patients_people_read */
            operation: string;
            /** @example GET */
            method: string;
            /** @example /patients/:id */
            path: string;
            /**
             * @example {
             *       "id": "0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01"
             *     }
             */
            params: {
                [key: string]: string;
            };
            /**
             * @description What kind the subject ids are of.
             * @example patient
             */
            subject: string;
            /**
             * @description Whose data; of a list, everyone on the page.
             * @example [
             *       "0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01"
             *     ]
             */
            subjectIds: string[];
            /**
             * @description The HTTP status: 2xx succeeded, 4xx was refused.
             * @example 200
             */
            status: number;
            /**
             * @description Whether personal fields were answered as they are.
             * @example true
             */
            unmasked: boolean;
            /** @example null */
            changes: components["schemas"]["PatientsAuditChange"][] | null;
            /**
             * @description Why, where the caller has to say.
             * @example null
             */
            reason: string | null;
        };
        PatientsAuditHeadView: {
            /**
             * @description How many entries were ever sealed.
             * @example 18204
             */
            seq: number;
            /**
             * @description Hash of the last seal, hexadecimal.
             * @example 9b2f…
             */
            hash: string;
            /**
             * @description Entries that wait for their seal; it comes within seconds.
             * @example 3
             */
            waiting: number;
        };
        PatientsAuditPage: {
            items: components["schemas"]["PatientsAuditEntry"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsBackupOverview: {
            /**
             * Format: date-time
             * @description Null: `npm run backup` never ran.
             * @example 2026-11-22T02:00:00.000Z
             */
            takenAt: string | null;
            /**
             * @description How old it is.
             * @example 30600
             */
            ageSeconds: number | null;
        };
        PatientsBirthdayTask: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41
             */
            id: string;
            /**
             * @description The ETag without its quotes.
             * @example 1
             */
            version: number;
            /**
             * Format: uuid
             * @description The record it was made for; a merged one answers with the survivor.
             */
            patientId: string;
            /**
             * Format: date
             * @description The day it is kept. Answered masked without the right `personal.unmasked`.
             * @example 2026-12-31
             */
            on: string;
            /**
             * @description missed: the day passed first.
             * @example open
             * @enum {string}
             */
            status: "open" | "prepared" | "missed";
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 祝您生日快乐，身体健康！
             */
            greeting: string | null;
            /** @example 李明 */
            signedBy: string | null;
            /**
             * @description A photo goes with it.
             * @example false
             */
            hasPhoto: boolean;
            /**
             * @description Account of who prepared it.
             * @example null
             */
            preparedBy: string | null;
            /**
             * Format: date-time
             * @example null
             */
            preparedAt: string | null;
            /**
             * Format: date-time
             * @description When the day was told.
             * @example null
             */
            greetedAt: string | null;
        };
        PatientsBirthdayTaskPage: {
            items: components["schemas"]["PatientsBirthdayTask"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsBusState: {
            /** @description Events not yet published, counted up to 100,000. */
            outboxWaiting: number;
            consumers: components["schemas"]["PatientsConsumerState"][];
        };
        PatientsCardChange: {
            /**
             * @description As the hospital names it.
             * @example 金卡
             */
            level?: string;
            /**
             * Format: date
             * @example 2026-01-01
             */
            validFrom?: string;
            /**
             * Format: date
             * @example 2027-12-31
             */
            validUntil?: string | null;
            /**
             * @description What the card gives, the whole list.
             * @example [
             *       "免挂号费"
             *     ]
             */
            benefits?: string[];
        };
        PatientsCatalogueTag: {
            /**
             * @description Never changes.
             * @example disease.hypertension
             */
            code: string;
            /**
             * @example disease
             * @enum {string}
             */
            dimension: "disease" | "age" | "spending" | "distance" | "price-sensitivity" | "emotion";
            /** @example 高血压 */
            zh: string;
            /** @example Hypertension */
            en: string;
            /**
             * @description When it is given by itself: `kind` age (`from`, `to` in full years, `to` null: open), diagnosis (`prefixes` of ICD-10), visits (`from`, `to`), nearness (`is`: district, city, province, elsewhere) or district (`names`); null: only by hand. `stage` (`is`, of the lifecycle: lead, first-visit, active, revisit-due, churned) is read only: it comes with the platform.
             * @example {
             *       "kind": "diagnosis",
             *       "prefixes": [
             *         "I10",
             *         "I11"
             *       ]
             *     }
             */
            rule: {
                [key: string]: unknown;
            } | null;
            /**
             * @description For If-Match.
             * @example 1
             */
            version: number;
            /**
             * @description Given to nobody any more.
             * @example false
             */
            retired: boolean;
            /**
             * @description How far a changed rule is with those it concerns; null: with everybody.
             * @example null
             */
            review: components["schemas"]["PatientsTagReview"] | null;
        };
        PatientsClosedCommunity: {
            /**
             * @description Why it is closed.
             * @example 与另一个病友群合并
             */
            reason: string;
        };
        PatientsCommunityArrivals: {
            /**
             * @description People who were members at any time of the period.
             * @example 200
             */
            members: number;
            /**
             * @description Those who came to the hospital in it while they were members.
             * @example 41
             */
            arrived: number;
            /**
             * @description arrived ÷ members in percent; null without members.
             * @example 20.5
             */
            ratePercent: number | null;
            /**
             * @description COMMUNITY_ARRIVAL_GOAL_PERCENT
             * @example 18
             */
            goalPercent: number;
            /**
             * @description The goal is met; null without members.
             * @example true
             */
            isMet: boolean | null;
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01
             */
            communityId: string;
            /** @example 2型糖尿病病友群 */
            nameZh: string;
            /** @example Living with type 2 diabetes */
            nameEn: string;
        };
        PatientsCommunityChange: {
            /**
             * @description Codes of the catalogue: whom it is for. Any of tags, icd10 and segmentId is enough for a candidate.
             * @example [
             *       "disease.diabetes-2"
             *     ]
             */
            tags?: string[];
            /**
             * @description Beginnings of ICD-10 codes, in capitals.
             * @example [
             *       "E11"
             *     ]
             */
            icd10?: string[];
            /**
             * Format: uuid
             * @description A saved segment.
             * @example null
             */
            segmentId?: string | null;
            /**
             * @description Of the group there; one open community each.
             * @example wrOgQhDgAAcwMTB7YmDkbeBsgT_AAAA
             */
            externalId?: string | null;
            /**
             * @description At most COMMUNITY_MEMBERS_MOST, which it is unless given.
             * @example 200
             */
            capacity?: number;
            /** @description Null: none (any more). */
            doctorHour?: components["schemas"]["PatientsStatedHour"] | null;
            /** @example 2型糖尿病病友群 */
            nameZh?: string;
            /** @example Living with type 2 diabetes */
            nameEn?: string;
            /**
             * @description Where the group is.
             * @example wecom
             * @enum {string}
             */
            channel?: "phone" | "wechat" | "wecom" | "website" | "douyin" | "xiaohongshu" | "sms" | "e-mail" | "letter" | "fax" | "walk-in";
            /**
             * Format: uuid
             * @description The member of staff who looks after it.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            ownerId?: string;
        };
        PatientsCommunityHour: {
            /**
             * @description 1 Monday … 7 Sunday, in the hospital’s zone.
             * @example 3
             */
            weekday: number;
            /** @example 19:00 */
            time: string;
            /** @example 60 */
            minutes: number;
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d02
             */
            doctorId: string | null;
            /**
             * Format: uuid
             * @example null
             */
            departmentId: string | null;
        };
        PatientsCommunityOwner: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            id: string;
            /** @example 刘芳 */
            name: string | null;
            /**
             * @description Still works here.
             * @example true
             */
            active: boolean;
        };
        PatientsCommunityPage: {
            items: components["schemas"]["PatientsCommunityView"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsCommunityView: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01
             */
            id: string;
            /**
             * @description The ETag without its quotes.
             * @example 1
             */
            version: number;
            /** @example 2型糖尿病病友群 */
            nameZh: string;
            /** @example Living with type 2 diabetes */
            nameEn: string;
            /**
             * @example [
             *       "disease.diabetes-2"
             *     ]
             */
            tags: string[];
            /**
             * @example [
             *       "E11"
             *     ]
             */
            icd10: string[];
            /**
             * Format: uuid
             * @example null
             */
            segmentId: string | null;
            /**
             * @example wecom
             * @enum {string}
             */
            channel: "phone" | "wechat" | "wecom" | "website" | "douyin" | "xiaohongshu" | "sms" | "e-mail" | "letter" | "fax" | "walk-in";
            /** @example wrOgQhDgAAcwMTB7YmDkbeBsgT_AAAA */
            externalId: string | null;
            owner: components["schemas"]["PatientsCommunityOwner"];
            /**
             * @description The most people it takes.
             * @example 200
             */
            capacity: number;
            /**
             * @description People in it now; two merged records are one.
             * @example 132
             */
            members: number;
            doctorHour: components["schemas"]["PatientsCommunityHour"] | null;
            /**
             * Format: date-time
             * @description When the next doctor’s hour begins, or the one that lasts began.
             * @example 2026-11-18T11:00:00.000Z
             */
            nextHourAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-02T02:15:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Null: open.
             * @example null
             */
            closedAt: string | null;
            /** @example null */
            closeReason: string | null;
        };
        PatientsConsentGuardian: {
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 王秀英
             */
            name: string;
            /**
             * @description What the guardian is to the child.
             * @example 母亲
             */
            relation: string;
        };
        PatientsConsumerState: {
            /** @example patients */
            stream: string;
            /** @description Every sequence up to this one is dealt with. */
            position: number;
            /** @description Last sequence of the stream. */
            lastSequence: number;
            /** @description Events between the two. */
            behind: number;
            /** @description Events waiting in the parking lot. */
            parked: number;
        };
        PatientsDataPackage: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c0a
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it was asked for; a merged one is part of its survivor’s.
             */
            patientId: string;
            /**
             * @description waiting: being made, or a service is away (`missing`) and is asked again until `givesUpAt`.
             * @example ready
             * @enum {string}
             */
            state: "waiting" | "ready" | "expired" | "withdrawn";
            /**
             * @example self
             * @enum {string}
             */
            askedBy: "self" | "guardian" | "near-relative" | "representative";
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            askedByName: string | null;
            /**
             * @example document-in-person
             * @enum {string}
             */
            identityCheck: "document-in-person" | "document-by-video" | "signed-in-app" | "other";
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            identityNote: string | null;
            /** @example 个人信息保护法第四十五条 PIPL Art. 45 */
            legalBasis: string;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            reason: string | null;
            /** @description Account id of who entered the request. */
            requestedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            requestedAt: string;
            /**
             * Format: date
             * @description The person is owed an answer by this day.
             * @example 2026-03-17
             */
            dueOn: string;
            /**
             * @description Services whose part is not there: not yet while it waits, not at all once it is ready.
             * @example []
             */
            missing: string[];
            /**
             * @description Times it was tried to make it.
             * @example 1
             */
            attempts: number;
            /**
             * Format: date-time
             * @description From then on it is made without the services that still do not answer.
             */
            givesUpAt: string;
            /** Format: date-time */
            readyAt: string | null;
            /**
             * Format: date-time
             * @description Its files are removed then.
             */
            expiresAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
        };
        PatientsDataPackageLink: {
            /**
             * @description Path and query at the gateway; needs no token, works for whoever has it.
             * @example /files/patients/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08?expires=1772417400&disposition=attachment&signature=…
             */
            url: string;
            /**
             * Format: date-time
             * @example 2026-03-02T02:20:00.000Z
             */
            expiresAt: string;
        };
        PatientsDataPackagePage: {
            items: components["schemas"]["PatientsDataPackage"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsDeadlinesOverview: {
            /**
             * @description What falls due.
             * @example follow-up.task.lapse
             */
            source: string;
            /**
             * @description Due and not worked off, counted up to 10,000.
             * @example 0
             */
            due: number;
            /**
             * @description How long the oldest of it is due, in seconds.
             * @example 0
             */
            overdueSeconds: number;
        };
        PatientsDecision: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c21
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it was said about.
             */
            patientId: string;
            /**
             * @example marketing
             * @enum {string}
             */
            topic: "care" | "follow-up" | "marketing" | "research" | "publication" | "do-not-contact" | "cured";
            /**
             * @description Granted, or begun.
             * @example true
             */
            holds: boolean;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            decidedAt: string;
            /**
             * Format: date-time
             * @example 2026-03-02T02:16:00.000Z
             */
            recordedAt: string;
            /**
             * @example phone
             * @enum {string}
             */
            channel: "phone" | "wechat" | "wecom" | "website" | "douyin" | "xiaohongshu" | "sms" | "e-mail" | "letter" | "fax" | "walk-in";
            /**
             * @example separate-consent
             * @enum {string|null}
             */
            legalBasis: "consent" | "separate-consent" | "contract" | "legal-duty" | "emergency" | null;
            guardian: components["schemas"]["PatientsConsentGuardian"] | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 本人来电要求
             */
            reason: string | null;
            /**
             * @description Account of who recorded it.
             * @example null
             */
            recordedBy: string | null;
        };
        PatientsDecisionPage: {
            items: components["schemas"]["PatientsDecision"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsDeclineErasure: {
            /**
             * @description Why not; the person is told (PIPL Art. 50).
             * @example 申请人身份未能核实
             */
            reason: string;
        };
        PatientsDiscardJob: {
            /**
             * @description Why nobody needs it; kept as long as the job.
             * @example Imported by hand instead.
             */
            reason: string;
        };
        PatientsDiscardParkedEvent: {
            /**
             * @description Why it is safe to drop it; kept for ever.
             * @example Test message of the interface team.
             */
            reason: string;
        };
        PatientsDuplicate: {
            /**
             * @description The sum of the points of the reasons.
             * @example 120
             */
            score: number;
            /** @description What speaks most for it first. */
            reasons: components["schemas"]["PatientsReason"][];
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c31
             */
            id: string;
            /**
             * @description open: to be looked at. dismissed: two persons. merged: one record by now. closed: nothing speaks for it any more.
             * @example open
             * @enum {string}
             */
            state: "open" | "dismissed" | "merged" | "closed";
            /** @description Both records, the older id first. */
            patients: components["schemas"]["PatientsPatient"][];
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            foundAt: string;
            /**
             * Format: date-time
             * @example null
             */
            decidedAt: string | null;
            /**
             * @description Account; null when nobody decided.
             * @example null
             */
            decidedBy: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            decisionReason: string | null;
        };
        PatientsDuplicateDecision: {
            /**
             * @description Why.
             * @example 同名同生日的两个人，已电话核实
             */
            reason: string;
        };
        PatientsDuplicatePage: {
            items: components["schemas"]["PatientsDuplicate"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsEncounterDiagnosis: {
            /**
             * @description ICD-10 where the sender codes it.
             * @example J18.9
             */
            code?: string;
            /** @example 肺炎 */
            name?: string;
            /**
             * @description A admitting, W working, F final.
             * @example F
             */
            type?: string;
        };
        PatientsEncounterPage: {
            items: components["schemas"]["PatientsEncounterView"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsEncounterProcedure: {
            /** @example 47.01 */
            code?: string;
            /** @example 腹腔镜下阑尾切除术 */
            name?: string;
            /**
             * Format: date-time
             * @example 2026-02-22T10:00:00+08:00
             */
            performedAt?: string;
            /**
             * @description Present where less than an hour is known: `performedAt` is the first moment of that time.
             * @example day
             * @enum {string}
             */
            precision?: "day" | "month" | "year";
        };
        PatientsEncounterView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The record it was born with; after a merge that id answers with the survivor.
             */
            patientId: string;
            /**
             * @description Whose visit number it is.
             * @example demo-his
             */
            partner: string;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example ZY20260221001
             */
            visitNumber: string;
            /**
             * @example inpatient
             * @enum {string}
             */
            class: "inpatient" | "outpatient" | "emergency" | "exam" | "planned";
            /**
             * @example finished
             * @enum {string}
             */
            status: "planned" | "in-progress" | "finished" | "cancelled";
            /**
             * @description 卫医发〔1994〕27号 where mapped.
             * @example 03.01
             */
            departmentCode: string | null;
            /** @example 呼吸内科专业 */
            departmentName: string | null;
            /** @example 3W */
            ward: string | null;
            /** @example 12 */
            bed: string | null;
            /** @example D0107 */
            doctorCode: string | null;
            /** @example 李明 */
            doctorName: string | null;
            /**
             * @description As the sender codes it.
             * @example 1
             */
            disposition: string | null;
            diagnoses: components["schemas"]["PatientsEncounterDiagnosis"][];
            procedures: components["schemas"]["PatientsEncounterProcedure"][];
            /**
             * Format: date-time
             * @example 2026-02-21T01:00:00.000Z
             */
            admittedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            dischargedAt: string | null;
            /**
             * @description Discharges so far, those taken back included.
             * @example 1
             */
            dischargeNumber: number;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:01.000Z
             */
            updatedAt: string;
        };
        PatientsErasureDetail: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it is about; gone once it is confirmed.
             */
            patientId: string;
            /**
             * @example requested
             * @enum {string}
             */
            state: "requested" | "confirmed" | "declined";
            /**
             * @example person
             * @enum {string|null}
             */
            askedBy: "person" | "guardian" | "representative" | "next-of-kin" | "hospital" | null;
            /**
             * @example id-document-seen
             * @enum {string|null}
             */
            identityCheck: "id-document-seen" | "code-to-phone" | "video-call" | "court-order" | "not-needed" | null;
            /**
             * @description Empty once it is confirmed. Answered masked without the right `personal.unmasked`.
             * @example 本人书面申请删除
             */
            reason: string;
            /**
             * @description Account.
             * @example null
             */
            requestedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T01:30:00.000Z
             */
            requestedAt: string;
            /**
             * @description Account; never the one that asked.
             * @example null
             */
            decidedBy: string | null;
            /**
             * Format: date-time
             * @example null
             */
            decidedAt: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            decisionReason: string | null;
            /**
             * Format: date-time
             * @description Until when the medical record is sealed; null when nothing is.
             * @example null
             */
            keepUntil: string | null;
            /** @description What each service did; none before it is confirmed. */
            services: components["schemas"]["PatientsServiceErasure"][];
            /**
             * @description Every service has reported that it is done.
             * @example false
             */
            done: boolean;
            /** @description The answer to the person, Chinese first; null before it is confirmed. */
            letter: components["schemas"]["PatientsLetterTexts"] | null;
        };
        PatientsErasurePage: {
            items: components["schemas"]["PatientsErasureRequest"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsErasurePreview: {
            /**
             * Format: uuid
             * @description The living record.
             */
            patientId: string;
            /** @description It and all that were merged into it go together. */
            patientIds: string[];
            /**
             * Format: date-time
             * @description Until when the law keeps the medical record, sealed. Null: there is none, everything goes.
             * @example 2041-03-02T02:00:00.000Z
             */
            keepUntil: string | null;
            /** @description What would happen here, by store. */
            stores: components["schemas"]["PatientsStoreErasure"][];
            /**
             * @description The services that would be told and report what they did.
             * @example [
             *       "follow-up",
             *       "his",
             *       "staff"
             *     ]
             */
            services: string[];
            /** @description What the person will be told. */
            letter: components["schemas"]["PatientsLetterTexts"];
        };
        PatientsErasureRequest: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it is about; gone once it is confirmed.
             */
            patientId: string;
            /**
             * @example requested
             * @enum {string}
             */
            state: "requested" | "confirmed" | "declined";
            /**
             * @example person
             * @enum {string|null}
             */
            askedBy: "person" | "guardian" | "representative" | "next-of-kin" | "hospital" | null;
            /**
             * @example id-document-seen
             * @enum {string|null}
             */
            identityCheck: "id-document-seen" | "code-to-phone" | "video-call" | "court-order" | "not-needed" | null;
            /**
             * @description Empty once it is confirmed. Answered masked without the right `personal.unmasked`.
             * @example 本人书面申请删除
             */
            reason: string;
            /**
             * @description Account.
             * @example null
             */
            requestedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T01:30:00.000Z
             */
            requestedAt: string;
            /**
             * @description Account; never the one that asked.
             * @example null
             */
            decidedBy: string | null;
            /**
             * Format: date-time
             * @example null
             */
            decidedAt: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            decisionReason: string | null;
            /**
             * Format: date-time
             * @description Until when the medical record is sealed; null when nothing is.
             * @example null
             */
            keepUntil: string | null;
        };
        PatientsExportLink: {
            /**
             * @description Path and query at the gateway; needs no token, works for whoever has it.
             * @example /files/patients/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08?expires=1772417400&disposition=attachment&signature=…
             */
            url: string;
            /**
             * Format: date-time
             * @example 2026-03-02T02:20:00.000Z
             */
            expiresAt: string;
        };
        PatientsFactsChange: {
            /**
             * @example A+
             * @enum {string|null}
             */
            bloodType?: "A" | "B" | "AB" | "O" | "A+" | "A-" | "B+" | "B-" | "AB+" | "AB-" | "O+" | "O-" | null;
            /** @description The whole list. */
            allergies?: components["schemas"]["PatientsPatientAllergy"][];
            /** @description Chronic conditions, the whole list. */
            conditions?: components["schemas"]["PatientsPatientCondition"][];
            /** @description The whole list, whom to call first first. */
            emergencyContacts?: components["schemas"]["PatientsPatientEmergencyContact"][];
            /** @description How the person first heard of the hospital. */
            source?: components["schemas"]["PatientsPatientSource"] | null;
            /** @description Membership of the patient club. */
            club?: components["schemas"]["PatientsPatientClub"] | null;
        };
        PatientsGiftCancellation: {
            /**
             * @description Why it is taken back.
             * @example 已自行体检
             */
            reason: string;
        };
        PatientsGiftPage: {
            items: components["schemas"]["PatientsGiftView"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsGiftView: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c61
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it was bought under.
             */
            buyerId: string;
            /**
             * Format: uuid
             * @description The record it was bought for.
             */
            beneficiaryId: string;
            /**
             * @description Seen from the patient that was asked for.
             * @enum {string}
             */
            side: "given" | "received";
            /** @example EXAM-SENIOR-A */
            packageCode: string | null;
            /** @example 老年体检套餐A */
            packageName: string;
            /**
             * @description Yuan. Null to the beneficiary who is not to see it.
             * @example 1280.00
             */
            price: string | null;
            /**
             * @description The beneficiary does not see the price.
             * @example true
             */
            priceHidden: boolean;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 母亲七十大寿
             */
            note: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            recordedAt: string;
            /**
             * @description Account of who recorded it.
             * @example null
             */
            recordedBy: string | null;
            /**
             * Format: date-time
             * @example null
             */
            cancelledAt: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            cancelReason: string | null;
        };
        PatientsImportFailureView: {
            /**
             * @description header-unknown, header-double, header-missing, header-masked, import-no-lines, import-too-many-lines, import-broken, workbook-unreadable, workbook-too-large.
             * @example header-unknown
             */
            code: string;
            /**
             * @description In the language of the caller.
             * @example No column has the title “体重”.
             */
            reason: string;
        };
        PatientsImportForm: {
            /**
             * Format: binary
             * @description CSV or XLSX, at most 512 MiB and 1,000,000 lines.
             */
            file: string;
        };
        PatientsJobDetail: {
            /**
             * Format: uuid
             * @example 019aa2b4-7c1e-7d3a-9b61-2f6f3f5c8a10
             */
            id: string;
            /** @example platform.retention */
            name: string;
            /**
             * @description waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a person, or a failed one that was discarded; failed: no attempt is left, a person decides
             * @example failed
             * @enum {string}
             */
            state: "waiting" | "retrying" | "running" | "completed" | "cancelled" | "failed";
            /**
             * @description Attempts that were begun; 0 while nobody took it.
             * @example 2
             */
            attempts: number;
            /**
             * @description Attempts there will be at most.
             * @example 5
             */
            attemptLimit: number;
            /**
             * @description Higher goes first.
             * @example 0
             */
            priority: number;
            /** @description What must be unique among its kind. */
            singletonKey: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T03:10:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Not before this time; in the future after a failed attempt.
             */
            startAfter: string;
            /**
             * Format: date-time
             * @description Of the latest attempt.
             */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /**
             * @description Ids and settings, no personal data.
             * @example {}
             */
            payload: Record<string, never>;
            /** @description The account that asked for it; null: the service did. */
            requestedBy: string | null;
            /**
             * @description Finds it in the logs.
             * @example b1946ac9-4f5d-4c0a-9f0e-6c5f5d7f2a11
             */
            requestId: string;
            /**
             * @example {
             *       "rule": "outbox",
             *       "removed": 12000
             *     }
             */
            progress: Record<string, never> | null;
            /** Format: date-time */
            progressAt: string | null;
            /** @description The result, or the error of the latest attempt. */
            output: Record<string, never> | null;
        };
        PatientsJobPage: {
            items: components["schemas"]["PatientsJobSummary"][];
            nextCursor: string | null;
        };
        PatientsJobScheduleList: {
            items: components["schemas"]["PatientsJobScheduleView"][];
        };
        PatientsJobScheduleView: {
            /** @example platform.retention */
            name: string;
            /**
             * @description Minute, hour, day, month, weekday.
             * @example 10 3 * * *
             */
            cron: string;
            /** @example Asia/Shanghai */
            zone: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:10:00.000Z
             */
            nextAt: string;
            /** Format: date-time */
            lastAt: string | null;
            /**
             * Format: date-time
             * @description Null: none ever did.
             */
            lastSuccessAt: string | null;
        };
        PatientsJobSummary: {
            /**
             * Format: uuid
             * @example 019aa2b4-7c1e-7d3a-9b61-2f6f3f5c8a10
             */
            id: string;
            /** @example platform.retention */
            name: string;
            /**
             * @description waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a person, or a failed one that was discarded; failed: no attempt is left, a person decides
             * @example failed
             * @enum {string}
             */
            state: "waiting" | "retrying" | "running" | "completed" | "cancelled" | "failed";
            /**
             * @description Attempts that were begun; 0 while nobody took it.
             * @example 2
             */
            attempts: number;
            /**
             * @description Attempts there will be at most.
             * @example 5
             */
            attemptLimit: number;
            /**
             * @description Higher goes first.
             * @example 0
             */
            priority: number;
            /** @description What must be unique among its kind. */
            singletonKey: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T03:10:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Not before this time; in the future after a failed attempt.
             */
            startAfter: string;
            /**
             * Format: date-time
             * @description Of the latest attempt.
             */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        PatientsJobsOverview: {
            /**
             * @description The kind of job.
             * @example platform.retention
             */
            job: string;
            /**
             * @description Nobody took them yet, or their next attempt comes.
             * @example 0
             */
            waiting: number;
            /** @example 1 */
            running: number;
            /**
             * @description No attempt is left: a person decides.
             * @example 0
             */
            failed: number;
            /**
             * Format: date-time
             * @description Of a scheduled kind: when one is enqueued next.
             */
            nextAt: string | null;
            /**
             * Format: date-time
             * @description Of a scheduled kind: when one last succeeded; null: none ever did.
             */
            lastSuccessAt: string | null;
        };
        PatientsJoinedCommunity: {
            /** Format: uuid */
            communityId: string;
            /** @example 2型糖尿病病友群 */
            nameZh: string;
            /** @example Living with type 2 diabetes */
            nameEn: string;
            /**
             * Format: date-time
             * @example 2026-11-12T02:15:00.000Z
             */
            joinedAt: string;
            /**
             * Format: date-time
             * @description PT-10: since when nothing was heard, of a silence that was told.
             * @example null
             */
            silentSince: string | null;
        };
        PatientsKeptTableState: {
            /** @example encounter */
            table: string;
            /** @example as long as the medical record */
            reason: string;
        };
        PatientsLeaving: {
            /**
             * @example own-wish
             * @enum {string}
             */
            reason: "own-wish" | "removed" | "moved";
            /**
             * @description In words.
             * @example 群消息太多
             */
            note?: string;
            /**
             * Format: date-time
             * @description Now unless given.
             * @example 2026-11-20T18:00:00+08:00
             */
            leftAt?: string;
        };
        PatientsLetterTexts: {
            /** @example 您的个人信息已全部删除：…… */
            "zh-CN": string;
            /** @example All your personal data were erased: … */
            en: string;
        };
        PatientsLikelyPatient: {
            /**
             * @description The sum of the points of the reasons.
             * @example 120
             */
            score: number;
            /** @description What speaks most for it first. */
            reasons: components["schemas"]["PatientsReason"][];
            patient: components["schemas"]["PatientsPatient"];
        };
        PatientsLikelyPatients: {
            /** @description The likeliest first, at most 20. */
            items: components["schemas"]["PatientsLikelyPatient"][];
            /** @description What was not asked, because too many people have it. */
            skipped: components["schemas"]["PatientsSkippedKey"][];
        };
        PatientsLookupAnswer: {
            /** @description Who it may be, twenty at most; empty: nobody has a record. */
            items: components["schemas"]["PatientsPatient"][];
            /**
             * @description There are more than twenty.
             * @example false
             */
            hasMore: boolean;
            /** @description When it is one person. */
            picture: components["schemas"]["PatientsPatientPicture"] | null;
        };
        PatientsMedicationPage: {
            items: components["schemas"]["PatientsMedicationView"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        PatientsMedicationView: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c31
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it was born with; after a merge it answers with the survivor.
             */
            patientId: string;
            /**
             * Format: uuid
             * @description The visit or stay it belongs to, once that is known.
             */
            encounterId: string | null;
            /**
             * @description Of the system that ordered it. Answered masked without the right `personal.unmasked`.
             * @example CF5501
             */
            orderNumber: string;
            /**
             * @description By the hospital’s list.
             * @example false
             */
            sensitive: boolean;
            /**
             * @description It is sensitive and the right patients.sensitive.read is missing: only that there is one is told.
             * @example false
             */
            withheld: boolean;
            /** @example XC09AA01 */
            code: string | null;
            /** @example 阿司匹林肠溶片 100mg */
            name: string | null;
            /**
             * @description `discharge`: to take home after a stay (出院带药).
             * @example discharge
             * @enum {string|null}
             */
            use: "inpatient" | "outpatient" | "discharge" | null;
            /**
             * @description Not stopped, begun and not used up; of the ward’s while the stay goes on.
             * @example true
             */
            current: boolean;
            /**
             * @description One dose.
             * @example 1
             */
            dose: string | null;
            /** @example 片 */
            doseUnit: string | null;
            /** @example 片剂 */
            form: string | null;
            /** @example 口服 */
            route: string | null;
            /** @example 每日一次 */
            frequency: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 餐前
             */
            instructions: string | null;
            /**
             * @description Ordered, or handed out last.
             * @example 30
             */
            quantity: string | null;
            /** @example 片 */
            quantityUnit: string | null;
            /** @example 2 */
            refills: number | null;
            /** @example D0107 */
            doctorCode: string | null;
            /** @example 李明 */
            doctorName: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description When what was ordered or handed out last is used up, as far as anybody said.
             * @example 2026-04-01T02:15:00.000Z
             */
            endsAt: string | null;
            /**
             * Format: date-time
             * @description When it was handed out last.
             * @example null
             */
            dispensedAt: string | null;
            /**
             * Format: date-time
             * @example null
             */
            stoppedAt: string | null;
            /**
             * @example null
             * @enum {string|null}
             */
            stopReason: "cancelled" | "discontinued" | "on-hold" | null;
            /**
             * Format: date-time
             * @description When what holds was told.
             * @example 2026-03-02T02:15:00.000Z
             */
            reportedAt: string;
        };
        PatientsMemberPage: {
            items: components["schemas"]["PatientsMemberView"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsMemberView: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e11
             */
            id: string;
            /**
             * Format: uuid
             * @description The record that joined; a merged one answers with its survivor.
             */
            patientId: string;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 王秀英
             */
            name: string | null;
            /**
             * @description Of the person in the group.
             * @example null
             */
            externalUserId: string | null;
            /**
             * Format: date-time
             * @example 2026-11-12T02:15:00.000Z
             */
            joinedAt: string;
            /**
             * @example invited
             * @enum {string}
             */
            joinedHow: "invited" | "scanned-code" | "asked" | "referred" | "imported";
            /**
             * @description Account of who recorded it.
             * @example null
             */
            joinedBy: string | null;
            /**
             * Format: date-time
             * @description When something was heard last, or the person joined.
             * @example 2026-11-14T09:00:00.000Z
             */
            heardAt: string;
            /**
             * Format: date-time
             * @description Since when, of a silence that was told.
             * @example null
             */
            silentSince: string | null;
            /**
             * @description PT-11: may be written to.
             * @example true
             */
            mayBeContacted: boolean;
            /**
             * Format: date-time
             * @description Null: is in the community.
             * @example null
             */
            leftAt: string | null;
            /**
             * @example null
             * @enum {string|null}
             */
            leftReason: "own-wish" | "removed" | "moved" | "deceased" | "consent-withdrawn" | "no-place" | "community-closed" | null;
            /**
             * @description Account; null when it came by itself.
             * @example null
             */
            leftBy: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            leftNote: string | null;
        };
        PatientsMembershipCardView: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c31
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it was issued to.
             */
            patientId: string;
            /**
             * @description The ETag without its quotes.
             * @example 1
             */
            version: number;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example VIP000123
             */
            number: string;
            /**
             * @description As the hospital names it.
             * @example 金卡
             */
            level: string;
            /**
             * Format: date
             * @example 2026-01-01
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-12-31
             */
            validUntil: string | null;
            /**
             * @description Today, at the hospital.
             * @example true
             */
            isValid: boolean;
            /**
             * @description What the card gives, the whole list.
             * @example [
             *       "免挂号费"
             *     ]
             */
            benefits: string[];
        };
        PatientsMerge: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c31
             */
            id: string;
            /**
             * Format: uuid
             * @description May itself be merged into another since.
             */
            survivorId: string;
            /** Format: uuid */
            retiredId: string;
            /**
             * @description his: told by A40. agent: told by somebody of the centre.
             * @example agent
             * @enum {string}
             */
            cause: "his" | "same-national-id" | "same-record-number" | "agent";
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 同一人两次建档
             */
            reason: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            mergedAt: string;
            /**
             * @description Account; null when a report did it.
             * @example null
             */
            mergedBy: string | null;
            /**
             * Format: date-time
             * @example null
             */
            undoneAt: string | null;
            /** @example null */
            undoneBy: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            undoReason: string | null;
        };
        PatientsMergePage: {
            items: components["schemas"]["PatientsMerge"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsNamedByPage: {
            items: components["schemas"]["PatientsNamedByView"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsNamedByView: {
            /**
             * Format: uuid
             * @description Of the entry in that family.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c51
             */
            id: string;
            /**
             * Format: uuid
             * @description Who named this patient: the living record.
             */
            patientId: string;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 王小宝
             */
            name: string | null;
            /**
             * @description GB/T 4761: what this patient is to that one.
             * @example 52
             * @enum {string}
             */
            relation: "10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "99";
            /** @example 母亲 mother */
            relationText: string;
            /** @example true */
            guardian: boolean;
            /**
             * @description The one who named is a child now.
             * @example true
             */
            child: boolean;
            /**
             * @description What comes here now.
             * @example [
             *       "appointment"
             *     ]
             */
            gets: ("appointment" | "follow-up" | "medication" | "birthday" | "marketing")[];
            /**
             * Format: date-time
             * @example null
             */
            endedAt: string | null;
        };
        PatientsNewActivities: {
            /** @description At most 1,000, in any order. */
            items: components["schemas"]["PatientsNewActivity"][];
        };
        PatientsNewActivity: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01
             */
            patientId?: string;
            /**
             * @description Of the person in the group.
             * @example wmOgQhDgAAh8-NqVDCeWbZQ9oVvXIe8A
             */
            externalUserId?: string;
            /**
             * @example message
             * @enum {string}
             */
            kind: "message" | "reaction" | "doctor-hour" | "consultation";
            /**
             * Format: date-time
             * @example 2026-11-14T17:00:00+08:00
             */
            at: string;
            /**
             * @description Of the message there: the same one twice counts once in a community.
             * @example 7641231231_1731580800
             */
            externalId?: string;
        };
        PatientsNewCard: {
            /**
             * @description Only one card has it; blanks, hyphens and the case of letters do not matter.
             * @example VIP-000123
             */
            number: string;
            /**
             * @description As the hospital names it.
             * @example 金卡
             */
            level: string;
            /**
             * Format: date
             * @example 2026-01-01
             */
            validFrom: string;
            /**
             * Format: date
             * @description The last day; null: without end.
             * @example 2026-12-31
             */
            validUntil?: string | null;
            /**
             * @description What the card gives, the whole list.
             * @example [
             *       "免挂号费"
             *     ]
             */
            benefits: string[];
        };
        PatientsNewCommunity: {
            /**
             * @description Codes of the catalogue: whom it is for. Any of tags, icd10 and segmentId is enough for a candidate.
             * @example [
             *       "disease.diabetes-2"
             *     ]
             */
            tags?: string[];
            /**
             * @description Beginnings of ICD-10 codes, in capitals.
             * @example [
             *       "E11"
             *     ]
             */
            icd10?: string[];
            /**
             * Format: uuid
             * @description A saved segment.
             * @example null
             */
            segmentId?: string | null;
            /**
             * @description Of the group there; one open community each.
             * @example wrOgQhDgAAcwMTB7YmDkbeBsgT_AAAA
             */
            externalId?: string | null;
            /**
             * @description At most COMMUNITY_MEMBERS_MOST, which it is unless given.
             * @example 200
             */
            capacity?: number;
            /** @description Null: none (any more). */
            doctorHour?: components["schemas"]["PatientsStatedHour"] | null;
            /** @example 2型糖尿病病友群 */
            nameZh: string;
            /** @example Living with type 2 diabetes */
            nameEn: string;
            /**
             * @description Where the group is.
             * @example wecom
             * @enum {string}
             */
            channel: "phone" | "wechat" | "wecom" | "website" | "douyin" | "xiaohongshu" | "sms" | "e-mail" | "letter" | "fax" | "walk-in";
            /**
             * Format: uuid
             * @description The member of staff who looks after it.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            ownerId: string;
        };
        PatientsNewConsent: {
            /**
             * @description How it was said.
             * @example phone
             * @enum {string}
             */
            channel: "phone" | "wechat" | "wecom" | "website" | "douyin" | "xiaohongshu" | "sms" | "e-mail" | "letter" | "fax" | "walk-in";
            /**
             * Format: date-time
             * @description When the person decided, if it was before now. The word decided last counts.
             * @example 2026-03-02T10:15:00+08:00
             */
            decidedAt?: string;
            /**
             * @description In the words of who says it.
             * @example 本人来电要求
             */
            reason?: string;
            /**
             * @example marketing
             * @enum {string}
             */
            purpose: "care" | "follow-up" | "marketing" | "research" | "publication";
            /**
             * @description false withdraws: as easy as giving, without a basis.
             * @example true
             */
            granted: boolean;
            /**
             * @description Needed to grant. marketing: consent or separate-consent; research and publication: separate-consent (PIPL Art. 29).
             * @example separate-consent
             * @enum {string}
             */
            legalBasis?: "consent" | "separate-consent" | "contract" | "legal-duty" | "emergency";
            /** @description Who consents for a child below 14; needed to grant (PIPL Art. 31). */
            guardian?: components["schemas"]["PatientsConsentGuardian"];
        };
        PatientsNewDataPackage: {
            /**
             * @description Who asked; anybody but the person is named.
             * @example self
             * @enum {string}
             */
            askedBy: "self" | "guardian" | "near-relative" | "representative";
            /**
             * @description Required unless the person asked.
             * @example 葉青
             */
            askedByName?: string;
            /**
             * @description How it was made sure who asks.
             * @example document-in-person
             * @enum {string}
             */
            identityCheck: "document-in-person" | "document-by-video" | "signed-in-app" | "other";
            /**
             * @description Required with `other`. No number of a document.
             * @example 身份证原件与本人核对一致
             */
            identityNote?: string;
            /**
             * @description On what the person may ask.
             * @default 个人信息保护法第四十五条 PIPL Art. 45
             * @example 个人信息保护法第四十五条 PIPL Art. 45
             */
            legalBasis: string;
            /**
             * @description Why, where the person says so; nobody has to.
             * @example 转院后交给新医院
             */
            reason?: string;
        };
        PatientsNewErasure: {
            /**
             * @description Who asks for it.
             * @example person
             * @enum {string}
             */
            askedBy: "person" | "guardian" | "representative" | "next-of-kin" | "hospital";
            /**
             * @description How it was made sure who asks.
             * @example id-document-seen
             * @enum {string}
             */
            identityCheck: "id-document-seen" | "code-to-phone" | "video-call" | "court-order" | "not-needed";
            /**
             * @description Why. It is emptied with the rest; the audit keeps it.
             * @example 本人书面申请删除
             */
            reason: string;
        };
        PatientsNewExport: {
            /**
             * @description Name: any part of it in Chinese (东珅), full pinyin (yedongshen) or initials (yds).
             * @example 东珅
             */
            q?: string;
            /**
             * @description A phone number, however it is written.
             * @example 138 0013 8000
             */
            phone?: string;
            /**
             * @description A medical-record number, of any issuer unless `issuer` is given.
             * @example 10023456
             */
            mrn?: string;
            /**
             * @description Narrows `mrn` to the numbers of one system.
             * @example DEMO-HIS
             */
            issuer?: string;
            /**
             * @description National ID or number of another document.
             * @example 11010519491231002X
             */
            nationalId?: string;
            /**
             * @description A condition as in the list of patients; personal fields need personal.unmasked.
             * @example deceased eq false and sex eq 'female'
             */
            filter?: string;
            /**
             * @description xlsx has room for 1,048,575 patients.
             * @example csv
             * @enum {string}
             */
            format: "csv" | "xlsx";
        };
        PatientsNewGift: {
            /**
             * Format: uuid
             * @description Who may use it.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01
             */
            beneficiaryId: string;
            /**
             * @description The package as appointments knows it.
             * @example EXAM-SENIOR-A
             */
            packageCode?: string;
            /** @example 老年体检套餐A */
            packageName: string;
            /**
             * @description Yuan, with two decimals.
             * @example 1280.00
             */
            price: string;
            /**
             * @description The beneficiary does not see the price. True unless said otherwise.
             * @example true
             */
            priceHidden?: boolean;
            /** @example 母亲七十大寿 */
            note?: string;
        };
        PatientsNewMember: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01
             */
            patientId: string;
            /**
             * @example invited
             * @enum {string}
             */
            how: "invited" | "scanned-code" | "asked" | "referred" | "imported";
            /**
             * Format: date-time
             * @description Now unless given.
             * @example 2026-11-12T10:15:00+08:00
             */
            joinedAt?: string;
            /**
             * @description Of the person in the group, for instance WeCom’s external_userid: exports name people by it.
             * @example wmOgQhDgAAh8-NqVDCeWbZQ9oVvXIe8A
             */
            externalUserId?: string;
        };
        PatientsNewMerge: {
            /**
             * Format: uuid
             * @description The record that will answer with this one.
             */
            retiredId: string;
            /**
             * @description Why they are one person.
             * @example 同一人两次建档，已电话核实
             */
            reason: string;
        };
        PatientsNewPatient: {
            /**
             * @example female
             * @enum {string|null}
             */
            sex?: "male" | "female" | "other" | "unknown" | null;
            /**
             * Format: date
             * @example 1949-12-31
             */
            birthDate?: string | null;
            /**
             * @description 居民身份证, checked by GB 11643-1999. Only one living record has it.
             * @example 11010519491231002X
             */
            nationalId?: string | null;
            /** @description A document other than the national ID. */
            document?: components["schemas"]["PatientsPatientDocument"] | null;
            /**
             * @description The whole list, as written; a Chinese number needs no country code.
             * @example [
             *       "138 0013 8000",
             *       "010-62345678 转 01"
             *     ]
             */
            phones?: string[] | null;
            /** @example 北京市朝阳区建国路1号 */
            address?: string | null;
            /**
             * @description true: every contact stops at once (PT-11). false: takes a mistaken report back. Not null.
             * @example false
             */
            deceased?: boolean;
            /**
             * Format: date-time
             * @description Only together with deceased: true.
             * @example null
             */
            deceasedAt?: string | null;
            /** @example 葉东珅 */
            name: string;
            /** @description Record numbers; each belongs to one person only. */
            identifiers?: components["schemas"]["PatientsRecordNumber"][];
        };
        PatientsNewPromise: {
            /** @example 下次复诊安排专家号 */
            text: string;
            /**
             * Format: date
             * @description By when, if a day was named.
             * @example 2026-04-01
             */
            dueOn?: string;
        };
        PatientsNewRelative: {
            consent: components["schemas"]["PatientsRelativeConsent"];
            /**
             * @description Of which messages copies go there (子女同步提醒). marketing only to a patient, and while that one allows it too. A guardian of a child gets everything, whatever stands here.
             * @example [
             *       "appointment",
             *       "medication"
             *     ]
             */
            kinds?: ("appointment" | "follow-up" | "medication" | "birthday" | "marketing")[];
            /**
             * @description Gets what concerns a child instead of the child. Of a parent true unless said otherwise.
             * @example false
             */
            guardian?: boolean;
            /**
             * Format: date-time
             * @description Null: until it is ended.
             * @example null
             */
            until?: string | null;
            /**
             * Format: uuid
             * @description The relative’s record, if there is one; else name and phone.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c02
             */
            relativePatientId?: string;
            /** @example 王秀英 */
            name?: string;
            /**
             * @description However it is written.
             * @example 138 0013 8000
             */
            phone?: string;
            /**
             * @description GB/T 4761: what the relative is to the patient.
             * @example 32
             * @enum {string}
             */
            relation: "10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "99";
            /**
             * Format: date-time
             * @description Now unless given.
             * @example 2026-03-02T10:15:00+08:00
             */
            from?: string;
        };
        PatientsNewSegment: {
            /** @example 60岁以上高血压住院患者 */
            name: string;
            /**
             * @description `and`, `or` (lists), `not`, or one of: `{fact, op, value}` with tag, purpose, state (has), sex, district, stage (eq, in; stage, PT-1, is lead, first-visit, active, revisit-due or churned, and nothing after death), age (ge, le, full years), deceased (eq); `{visits: {class, department, diagnosis, …}}`, diagnosis being the beginning of an ICD-10 code; `{contacts: {kind, what, channel, outcome, …}}`, what the centre had to do with them, `what` being the type of the event; `…` of both is when and how often: `from`, `before`, `days` (the last so many times 24 hours), `atLeast`, `atMost` (0: none). At most 8 deep, 200 nodes, and 12 of `visits` and `contacts`.
             * @example {
             *       "and": [
             *         {
             *           "fact": "tag",
             *           "op": "has",
             *           "value": "disease.hypertension"
             *         },
             *         {
             *           "fact": "age",
             *           "op": "ge",
             *           "value": 60
             *         },
             *         {
             *           "visits": {
             *             "class": "inpatient",
             *             "from": "2026-01-01T00:00:00+08:00",
             *             "atLeast": 2
             *           }
             *         },
             *         {
             *           "contacts": {
             *             "kind": "follow-up",
             *             "outcome": "reached",
             *             "days": 90
             *           }
             *         },
             *         {
             *           "not": {
             *             "fact": "state",
             *             "op": "has",
             *             "value": "do-not-contact"
             *           }
             *         }
             *       ]
             *     }
             */
            filter: {
                [key: string]: unknown;
            };
        };
        PatientsNewState: {
            /**
             * @description How it was said.
             * @example phone
             * @enum {string}
             */
            channel: "phone" | "wechat" | "wecom" | "website" | "douyin" | "xiaohongshu" | "sms" | "e-mail" | "letter" | "fax" | "walk-in";
            /**
             * Format: date-time
             * @description When the person decided, if it was before now. The word decided last counts.
             * @example 2026-03-02T10:15:00+08:00
             */
            decidedAt?: string;
            /**
             * @description In the words of who says it.
             * @example 本人来电要求
             */
            reason?: string;
            /**
             * @example do-not-contact
             * @enum {string}
             */
            state: "do-not-contact" | "cured";
            /**
             * @description false: it holds no longer.
             * @example true
             */
            holds: boolean;
        };
        PatientsNewTag: {
            /**
             * @example emotion
             * @enum {string}
             */
            dimension: "disease" | "age" | "spending" | "distance" | "price-sensitivity" | "emotion";
            /**
             * @description The code is `<dimension>.<slug>`.
             * @example patient
             */
            slug: string;
            /** @example 有耐心 */
            zh: string;
            /** @example Patient */
            en: string;
            /**
             * @description When it is given by itself: `kind` age (`from`, `to` in full years, `to` null: open), diagnosis (`prefixes` of ICD-10), visits (`from`, `to`), nearness (`is`: district, city, province, elsewhere) or district (`names`); null: only by hand. `stage` (`is`, of the lifecycle: lead, first-visit, active, revisit-due, churned) is read only: it comes with the platform.
             * @example {
             *       "kind": "diagnosis",
             *       "prefixes": [
             *         "I10",
             *         "I11"
             *       ]
             *     }
             */
            rule?: {
                [key: string]: unknown;
            } | null;
        };
        PatientsNewTagWord: {
            /**
             * @description A code of the catalogue.
             * @example disease.hypertension
             */
            tag: string;
            /**
             * @description Counts over the rule of the tag; by-rule takes the word back.
             * @example applies
             * @enum {string}
             */
            says: "applies" | "does-not-apply" | "by-rule";
            /** @example 患者自述 */
            reason?: string;
        };
        PatientsNewWinBackAnswer: {
            /**
             * @description accepted takes the offer, will-come says so without it; declined and no-interest want neither.
             * @example will-come
             * @enum {string}
             */
            answer: "accepted" | "will-come" | "declined" | "no-interest";
            /**
             * @description How it was said.
             * @example phone
             * @enum {string}
             */
            channel?: "phone" | "wechat" | "wecom" | "website" | "douyin" | "xiaohongshu" | "sms" | "e-mail" | "letter" | "fax" | "walk-in";
            /**
             * @description In the words of who says it.
             * @example 下周带老伴一起来复查
             */
            note?: string;
        };
        PatientsNextFollowUp: {
            /**
             * Format: uuid
             * @description Of follow-up.
             */
            taskId: string;
            /** @example visit-1 */
            step: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T00:00:00.000Z
             */
            openedAt: string;
        };
        PatientsOfferText: {
            /** @example 免费复查一次 */
            "zh-CN": string;
            /** @example One free recheck */
            en: string;
        };
        PatientsOutboxOverview: {
            /**
             * @description Events not yet published, counted up to 100,000.
             * @example 0
             */
            unpublished: number;
            /**
             * @description How old the oldest of them is, in seconds; 0 without any.
             * @example 0
             */
            oldestAgeSeconds: number;
        };
        PatientsParkedEventDetail: {
            /** Format: uuid */
            id: string;
            /** @example patients */
            stream: string;
            /** @example 1042 */
            streamSequence: number;
            /** @example patients.encounter.discharged.v1 */
            subject: string;
            /** @description Later events of this key wait behind it. */
            key: string;
            /** @enum {string} */
            reason: "failed" | "behind-parked" | "contract" | "malformed" | "unknown-version";
            /** @description First line of the error. */
            error: string;
            attempts: number;
            /** Format: date-time */
            parkedAt: string;
            /** Format: date-time */
            replayRequestedAt: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @enum {string|null} */
            resolution: "replayed" | "discarded" | null;
            /** @description The event as it was received, as text. Answered masked without the right `personal.unmasked`. */
            event: string;
            /** @description The event as it was repaired. Answered masked without the right `personal.unmasked`. */
            repairedEvent: string | null;
            /** @description The whole error with its stack. */
            errorDetail: string;
            resolvedBy: string | null;
            resolutionNote: string | null;
        };
        PatientsParkedEventPage: {
            items: components["schemas"]["PatientsParkedEventSummary"][];
            nextCursor: string | null;
        };
        PatientsParkedEventSummary: {
            /** Format: uuid */
            id: string;
            /** @example patients */
            stream: string;
            /** @example 1042 */
            streamSequence: number;
            /** @example patients.encounter.discharged.v1 */
            subject: string;
            /** @description Later events of this key wait behind it. */
            key: string;
            /** @enum {string} */
            reason: "failed" | "behind-parked" | "contract" | "malformed" | "unknown-version";
            /** @description First line of the error. */
            error: string;
            attempts: number;
            /** Format: date-time */
            parkedAt: string;
            /** Format: date-time */
            replayRequestedAt: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @enum {string|null} */
            resolution: "replayed" | "discarded" | null;
        };
        PatientsParkedKind: {
            /** @example patients */
            stream: string;
            /**
             * @description The type of the events.
             * @example patients.encounter.discharged.v1
             */
            subject: string;
            /**
             * @description Why they could not be handled.
             * @example contract
             */
            reason: string;
            /** @example 2 */
            events: number;
            /**
             * Format: date-time
             * @example 2026-11-22T02:10:00.000Z
             */
            oldestAt: string;
        };
        PatientsParkedOverview: {
            /**
             * @description Events that wait for a person, counted up to 10,000.
             * @example 2
             */
            events: number;
            /**
             * Format: date-time
             * @example 2026-11-22T02:10:00.000Z
             */
            oldestAt: string | null;
            /** @description The 50 most frequent. */
            kinds: components["schemas"]["PatientsParkedKind"][];
        };
        PatientsPatient: {
            /**
             * Format: uuid
             * @description Of the living record, also when a merged id was asked for.
             */
            id: string;
            /**
             * @description The ETag without its quotes.
             * @example 1
             */
            version: number;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 葉东珅
             */
            name: string | null;
            /**
             * @example female
             * @enum {string|null}
             */
            sex: "male" | "female" | "other" | "unknown" | null;
            /**
             * @description As precise as it is known. Answered masked without the right `personal.unmasked`.
             * @example 1949-12-31
             */
            birthDate: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 11010519491231002X
             */
            nationalId: string | null;
            document: components["schemas"]["PatientsPatientDocument"] | null;
            phones: components["schemas"]["PatientsPatientPhone"][];
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 北京市朝阳区建国路1号
             */
            address: string | null;
            /** @description Those of merged records too. */
            identifiers: components["schemas"]["PatientsRecordNumber"][];
            /**
             * @description PT-11: nobody contacts this person any more.
             * @example false
             */
            deceased: boolean;
            /**
             * Format: date-time
             * @example null
             */
            deceasedAt: string | null;
            /**
             * @description PT-9
             * @example [
             *       "care",
             *       "follow-up"
             *     ]
             */
            allowedPurposes: ("care" | "follow-up" | "marketing" | "research" | "publication")[];
            /**
             * @description PT-11: those that hold.
             * @example []
             */
            states: ("do-not-contact" | "cured")[];
            /**
             * @description Former records that answer with this one.
             * @example []
             */
            mergedFrom: string[];
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            updatedAt: string;
        };
        PatientsPatientAllergy: {
            /**
             * @description What the person must not get.
             * @example 青霉素
             */
            substance: string;
            /** @example 皮疹 */
            reaction?: string;
        };
        PatientsPatientChange: {
            /**
             * @example female
             * @enum {string|null}
             */
            sex?: "male" | "female" | "other" | "unknown" | null;
            /**
             * Format: date
             * @example 1949-12-31
             */
            birthDate?: string | null;
            /**
             * @description 居民身份证, checked by GB 11643-1999. Only one living record has it.
             * @example 11010519491231002X
             */
            nationalId?: string | null;
            /** @description A document other than the national ID. */
            document?: components["schemas"]["PatientsPatientDocument"] | null;
            /**
             * @description The whole list, as written; a Chinese number needs no country code.
             * @example [
             *       "138 0013 8000",
             *       "010-62345678 转 01"
             *     ]
             */
            phones?: string[] | null;
            /** @example 北京市朝阳区建国路1号 */
            address?: string | null;
            /**
             * @description true: every contact stops at once (PT-11). false: takes a mistaken report back. Not null.
             * @example false
             */
            deceased?: boolean;
            /**
             * Format: date-time
             * @description Only together with deceased: true.
             * @example null
             */
            deceasedAt?: string | null;
            /**
             * @description Not null.
             * @example 葉东珅
             */
            name?: string;
        };
        PatientsPatientClub: {
            /**
             * Format: date
             * @example 2026-03-02
             */
            memberSince: string;
        };
        PatientsPatientCondition: {
            /**
             * @description ICD-10.
             * @example I10
             */
            code: string;
            /**
             * @description In words. Answered masked without the right `personal.unmasked`.
             * @example 原发性高血压
             */
            text: string;
        };
        PatientsPatientDocument: {
            /**
             * @example passport
             * @enum {string}
             */
            type: "old-national-id" | "passport" | "hk-macau-permit" | "taiwan-permit" | "birth-certificate" | "household-register" | "military-id" | "unverified";
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example E12345678
             */
            number: string;
        };
        PatientsPatientDuplicates: {
            items: components["schemas"]["PatientsDuplicate"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
            /** @description What this record was not compared by. */
            skipped: components["schemas"]["PatientsSkippedKey"][];
        };
        PatientsPatientEmergencyContact: {
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 王秀英
             */
            name: string;
            /**
             * @description What the contact is to the patient.
             * @example 女儿
             */
            relation: string;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 138 0013 8000
             */
            phone: string;
        };
        PatientsPatientExport: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c0a
             */
            id: string;
            /**
             * @example done
             * @enum {string}
             */
            state: "received" | "running" | "done" | "failed" | "cancelled";
            /**
             * @example csv
             * @enum {string}
             */
            format: "csv" | "xlsx";
            /**
             * @description Whether personal data is in it in full: when who asked for it has the right personal.unmasked.
             * @example false
             */
            unmasked: boolean;
            /**
             * @description Patients written so far.
             * @example 1200
             */
            lines: number;
            /**
             * @description export-too-many-lines: xlsx has no room for so many; export-broken.
             * @example null
             */
            failure: string | null;
            /**
             * @description False when it is not made yet, or was removed after a week.
             * @example true
             */
            hasFile: boolean;
            /** @description Account id of who asked for it. */
            requestedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        PatientsPatientExportPage: {
            items: components["schemas"]["PatientsPatientExport"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsPatientImport: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c09
             */
            id: string;
            /**
             * @description received: waits for a worker; checking: its header and length; running; done; failed: see `failure`, what was taken stays; cancelled: what was taken stays.
             * @example running
             * @enum {string}
             */
            state: "received" | "checking" | "running" | "done" | "failed" | "cancelled";
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 患者名单.csv
             */
            fileName: string;
            /**
             * @description In bytes.
             * @example 48213
             */
            fileSize: number;
            /** @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 */
            sha256: string;
            /**
             * @description Null until it is known.
             * @example utf-8
             * @enum {string|null}
             */
            encoding: "utf-8" | "gb18030" | null;
            /** @example DEMO-HIS */
            issuer: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T12:00:00.000Z
             */
            asOf: string;
            /**
             * @description Lines there are; null until counted.
             * @example 1200
             */
            total: number | null;
            /**
             * @description Lines worked so far; the sum of the four below.
             * @example 600
             */
            read: number;
            /**
             * @description Lines that made a record.
             * @example 500
             */
            created: number;
            /**
             * @description Lines that changed a record.
             * @example 60
             */
            updated: number;
            /**
             * @description Lines that said nothing new.
             * @example 30
             */
            unchanged: number;
            /**
             * @description Lines not taken; the report says why.
             * @example 10
             */
            rejected: number;
            /**
             * @description Lines a second since it began.
             * @example 2400
             */
            linesPerSecond: number;
            failure: components["schemas"]["PatientsImportFailureView"] | null;
            /** @description Account id of who sent it. */
            requestedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            createdAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        PatientsPatientImportPage: {
            items: components["schemas"]["PatientsPatientImport"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsPatientPage: {
            items: components["schemas"]["PatientsPatient"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsPatientPhone: {
            /**
             * @description As it was written. Answered masked without the right `personal.unmasked`.
             * @example 138 0013 8000
             */
            raw: string;
            /**
             * @description E.164; null where there is none. Answered masked without the right `personal.unmasked`.
             * @example +8613800138000
             */
            e164: string | null;
        };
        PatientsPatientPhoto: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08
             */
            fileId: string;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 葉东珅.png
             */
            name: string;
            /**
             * @description By its content.
             * @example image/png
             * @enum {string}
             */
            mediaType: "image/jpeg" | "image/png";
            /**
             * @description In bytes.
             * @example 48213
             */
            size: number;
            /** @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 */
            sha256: string;
            /**
             * @description not-scanned: this hospital has no virus scanner. pending: given out once it was found clean.
             * @example clean
             * @enum {string}
             */
            scan: "clean" | "not-scanned" | "pending";
        };
        PatientsPatientPicture: {
            /** @description Allergies first. */
            facts: components["schemas"]["PatientsRecordedFacts"];
            standing: components["schemas"]["PatientsPatientStanding"];
            /** @description Not kept yet. */
            openPromises: components["schemas"]["PatientsPromiseView"][];
            /** @description The open task that waits longest. */
            nextFollowUp: components["schemas"]["PatientsNextFollowUp"] | null;
            /** @description The last five. */
            encounters: components["schemas"]["PatientsEncounterView"][];
            /** @description PT-10: those the person is in. */
            communities: components["schemas"]["PatientsJoinedCommunity"][];
            /** @description What is taken now, fifty at most. */
            currentMedications: components["schemas"]["PatientsMedicationView"][];
            /** @description The last five that are abnormal or critical and hold. */
            abnormalResults: components["schemas"]["PatientsResultView"][];
            /** @description The last ten. */
            timeline: components["schemas"]["PatientsTimelineEntry"][];
        };
        PatientsPatientSource: {
            /**
             * @example friend-referral
             * @enum {string}
             */
            kind: "friend-referral" | "nearby" | "passing-by" | "phone" | "wechat" | "website" | "douyin" | "xiaohongshu" | "search" | "other";
            /**
             * Format: uuid
             * @description With friend-referral (朋友介绍): the patient who told.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01
             */
            referrerId?: string;
        };
        PatientsPatientStanding: {
            purposes: components["schemas"]["PatientsPurposeStanding"][];
            states: components["schemas"]["PatientsStateStanding"][];
        };
        PatientsPatientTag: {
            /** @example disease.hypertension */
            code: string;
            /**
             * @example disease
             * @enum {string}
             */
            dimension: "disease" | "age" | "spending" | "distance" | "price-sensitivity" | "emotion";
            /** @example 高血压 */
            zh: string;
            /** @example Hypertension */
            en: string;
            /**
             * @example rule
             * @enum {string}
             */
            by: "hand" | "rule";
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            since: string;
            /**
             * @description Account of who tagged by hand.
             * @example null
             */
            recordedBy: string | null;
        };
        PatientsPatientTagWord: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c21
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it was said about.
             */
            patientId: string;
            /** @example disease.hypertension */
            tag: string;
            /**
             * @example applies
             * @enum {string}
             */
            says: "applies" | "does-not-apply" | "by-rule";
            /**
             * @example hand
             * @enum {string}
             */
            origin: "hand" | "rule";
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 患者自述
             */
            reason: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            recordedAt: string;
            /**
             * @description Account; null when a rule did it.
             * @example null
             */
            recordedBy: string | null;
        };
        PatientsPatientTagWordPage: {
            items: components["schemas"]["PatientsPatientTagWord"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsPatientTags: {
            items: components["schemas"]["PatientsPatientTag"][];
        };
        PatientsPatientWinBack: {
            /**
             * Format: uuid
             * @description The record that answers.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01
             */
            patientId: string;
            /**
             * @description Null after death.
             * @example churned
             * @enum {string|null}
             */
            lifecycleStage: "lead" | "first-visit" | "active" | "revisit-due" | "churned" | null;
            /** @description The one that is open. */
            current: components["schemas"]["PatientsWinBackView"] | null;
            /** @description Those that ended, the last first; at most fifty. */
            former: components["schemas"]["PatientsWinBackView"][];
        };
        PatientsPhotoForm: {
            /**
             * Format: binary
             * @description A JPEG or PNG of at most 5 MiB.
             */
            file: string;
        };
        PatientsPhotoLink: {
            /**
             * @description Path and query at the gateway; needs no token, works for whoever has it.
             * @example /files/patients/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08?expires=1772417400&disposition=inline&signature=…
             */
            url: string;
            /**
             * Format: date-time
             * @example 2026-03-02T02:20:00.000Z
             */
            expiresAt: string;
        };
        PatientsPreparedGreeting: {
            /**
             * @description Written to this person.
             * @example 祝您生日快乐，身体健康！
             */
            greeting: string;
            /**
             * @description The doctor who signed it.
             * @example 李明
             */
            signedBy: string;
        };
        PatientsPromisePage: {
            items: components["schemas"]["PatientsPromiseView"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsPromiseView: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it was made under.
             */
            patientId: string;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 下次复诊安排专家号
             */
            text: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            dueOn: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            madeAt: string;
            /**
             * @description Account of who made it.
             * @example null
             */
            madeBy: string | null;
            /**
             * Format: date-time
             * @description Null: still open.
             * @example null
             */
            keptAt: string | null;
            /** @example null */
            keptBy: string | null;
        };
        PatientsPurposeStanding: {
            /**
             * @example marketing
             * @enum {string}
             */
            purpose: "care" | "follow-up" | "marketing" | "research" | "publication";
            /** @example false */
            allowed: boolean;
            /**
             * @example null
             * @enum {string|null}
             */
            legalBasis: "consent" | "separate-consent" | "contract" | "legal-duty" | "emergency" | null;
            /**
             * Format: date-time
             * @description Null: nothing was said; care and follow-up are allowed then, the others are not.
             * @example null
             */
            since: string | null;
        };
        PatientsReason: {
            /**
             * @example same-phone
             * @enum {string}
             */
            code: "same-document" | "same-phone" | "same-name" | "same-birth-date" | "alike-name" | "same-address" | "same-sex" | "different-birth-date" | "different-document" | "different-sex" | "different-name" | "different-generation" | "different-national-id";
            /**
             * @description Below 0 when it speaks against it.
             * @example 50
             */
            points: number;
            meaning: components["schemas"]["PatientsReasonMeaning"];
        };
        PatientsReasonMeaning: {
            /** @example 电话相同 */
            zh: string;
            /** @example Same phone */
            en: string;
        };
        PatientsRecipientView: {
            /**
             * Format: uuid
             * @description Entry in the family; null: the patient.
             */
            relativeId: string | null;
            /**
             * Format: uuid
             * @description The living record, if there is one.
             */
            patientId: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 王秀英
             */
            name: string | null;
            /**
             * @description E.164. Answered masked without the right `personal.unmasked`.
             * @example +8613800138000
             */
            phone: string | null;
            /** @example 长女 eldest daughter */
            relationText: string | null;
            /**
             * @example copy
             * @enum {string}
             */
            reason: "self" | "copy" | "guardian-instead-of-child";
        };
        PatientsRecipientsView: {
            /**
             * Format: uuid
             * @description Whom it is about, the living record.
             */
            patientId: string;
            /**
             * @example appointment
             * @enum {string}
             */
            kind: "appointment" | "follow-up" | "medication" | "birthday" | "marketing";
            /**
             * @description It goes to the guardians instead of the patient.
             * @example false
             */
            child: boolean;
            recipients: components["schemas"]["PatientsRecipientView"][];
            suppressed: components["schemas"]["PatientsSuppressedView"][];
            /**
             * @description Why nothing may be sent although the patient may be written to.
             * @example null
             * @enum {string|null}
             */
            nobody: "nobody-named-for-child" | null;
        };
        PatientsRecordNumber: {
            /**
             * @description The system that issued it.
             * @example DEMO-HIS
             */
            issuer: string;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 10023456
             */
            value: string;
            /**
             * @description HL7 table 0203.
             * @example MR
             */
            type?: string;
        };
        PatientsRecordedFacts: {
            /**
             * Format: uuid
             * @description Of the living record.
             */
            patientId: string;
            /**
             * @description The ETag without its quotes; any change makes another number.
             * @example 48213377
             */
            version: number;
            /** @description Read these first. */
            allergies: components["schemas"]["PatientsPatientAllergy"][];
            /**
             * @example A+
             * @enum {string|null}
             */
            bloodType: "A" | "B" | "AB" | "O" | "A+" | "A-" | "B+" | "B-" | "AB+" | "AB-" | "O+" | "O-" | null;
            conditions: components["schemas"]["PatientsPatientCondition"][];
            emergencyContacts: components["schemas"]["PatientsPatientEmergencyContact"][];
            source: components["schemas"]["PatientsPatientSource"] | null;
            club: components["schemas"]["PatientsPatientClub"] | null;
            /** @description Those who count now (PT-7). */
            relatives: components["schemas"]["PatientsRelativeLine"][];
            cards: components["schemas"]["PatientsMembershipCardView"][];
            /**
             * @description From the visits that took place: revisit-due and churned after LIFECYCLE_REVISIT_DAYS and LIFECYCLE_CHURN_DAYS without one; nobody who is cured or must not be contacted is churned (PT-11). Null after death.
             * @example active
             * @enum {string|null}
             */
            lifecycleStage: "lead" | "first-visit" | "active" | "revisit-due" | "churned" | null;
        };
        PatientsReferral: {
            /**
             * Format: uuid
             * @description Who came.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c02
             */
            patientId: string;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            recordedAt: string;
        };
        PatientsReferrals: {
            /**
             * Format: uuid
             * @description Who told them, the living record.
             */
            patientId: string;
            /**
             * @description Living records that name this person as their source.
             * @example 1
             */
            count: number;
            /** @description The last twenty. */
            recent: components["schemas"]["PatientsReferral"][];
        };
        PatientsRefusedActivity: {
            /**
             * @description Place in `items`, from 0.
             * @example 3
             */
            index: number;
            /**
             * @description not-a-member: nobody who was in the community then. in-the-future: later than now. one-of-member: none or both of patientId and externalUserId.
             * @example not-a-member
             * @enum {string}
             */
            code: "not-a-member" | "in-the-future" | "one-of-member";
        };
        PatientsRelativeChange: {
            consent: components["schemas"]["PatientsRelativeConsent"];
            /**
             * @description Of which messages copies go there (子女同步提醒). marketing only to a patient, and while that one allows it too. A guardian of a child gets everything, whatever stands here.
             * @example [
             *       "appointment",
             *       "medication"
             *     ]
             */
            kinds?: ("appointment" | "follow-up" | "medication" | "birthday" | "marketing")[];
            /**
             * @description Gets what concerns a child instead of the child. Of a parent true unless said otherwise.
             * @example false
             */
            guardian?: boolean;
            /**
             * Format: date-time
             * @description Null: until it is ended.
             * @example null
             */
            until?: string | null;
        };
        PatientsRelativeConsent: {
            /**
             * @description How it was said.
             * @example phone
             * @enum {string}
             */
            channel: "phone" | "wechat" | "wecom" | "website" | "douyin" | "xiaohongshu" | "sms" | "e-mail" | "letter" | "fax" | "walk-in";
            /**
             * @description In the words of who says it.
             * @example 请把复诊提醒也发给我女儿
             */
            note?: string;
            /**
             * Format: date-time
             * @description When, if before now.
             * @example 2026-03-02T10:15:00+08:00
             */
            saidAt?: string;
            /**
             * @description Whose word it is. Below FAMILY_OWN_CONSENT_AGE (14) a guardian’s, from FAMILY_CHILD_AGE (18) on the patient’s; what a guardian agreed to ends there.
             * @example patient
             * @enum {string}
             */
            by: "patient" | "guardian";
        };
        PatientsRelativeEnd: {
            /**
             * @description How it was said.
             * @example phone
             * @enum {string}
             */
            channel: "phone" | "wechat" | "wecom" | "website" | "douyin" | "xiaohongshu" | "sms" | "e-mail" | "letter" | "fax" | "walk-in";
            /**
             * @description In the words of who says it.
             * @example 请把复诊提醒也发给我女儿
             */
            note?: string;
            /**
             * Format: date-time
             * @description When, if before now.
             * @example 2026-03-02T10:15:00+08:00
             */
            saidAt?: string;
            /**
             * @description Whose word it is.
             * @example patient
             * @enum {string}
             */
            by: "patient" | "guardian" | "relative";
        };
        PatientsRelativeHistory: {
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            at: string;
            /**
             * @example named
             * @enum {string}
             */
            what: "named" | "changed" | "ended";
            /**
             * @description Account of who recorded it.
             * @example null
             */
            by: string | null;
            /**
             * @example patient
             * @enum {string}
             */
            saidBy: "patient" | "guardian" | "relative";
            /**
             * @example phone
             * @enum {string}
             */
            channel: "phone" | "wechat" | "wecom" | "website" | "douyin" | "xiaohongshu" | "sms" | "e-mail" | "letter" | "fax" | "walk-in";
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            note: string | null;
            /**
             * @example [
             *       "appointment"
             *     ]
             */
            kinds: ("appointment" | "follow-up" | "medication" | "birthday" | "marketing")[];
            /** @example false */
            guardian: boolean;
            /**
             * Format: date-time
             * @example null
             */
            until: string | null;
        };
        PatientsRelativeLine: {
            /**
             * Format: uuid
             * @description Of the entry.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c51
             */
            id: string;
            /**
             * Format: uuid
             * @description The living record, if there is one.
             */
            relativePatientId: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 王秀英
             */
            name: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example +8613800138000
             */
            phone: string | null;
            /**
             * @description GB/T 4761.
             * @example 32
             * @enum {string}
             */
            relation: "10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "99";
            /** @example 长女 eldest daughter */
            relationText: string;
            /**
             * @description Guardian, as long as the patient is a child.
             * @example false
             */
            guardian: boolean;
            /**
             * @description What goes there now.
             * @example [
             *       "appointment"
             *     ]
             */
            gets: ("appointment" | "follow-up" | "medication" | "birthday" | "marketing")[];
        };
        PatientsRelativePage: {
            items: components["schemas"]["PatientsRelativeView"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsRelativeView: {
            /**
             * Format: uuid
             * @description Of the entry.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c51
             */
            id: string;
            /**
             * Format: uuid
             * @description The living record, if there is one.
             */
            relativePatientId: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 王秀英
             */
            name: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example +8613800138000
             */
            phone: string | null;
            /**
             * @description GB/T 4761.
             * @example 32
             * @enum {string}
             */
            relation: "10" | "11" | "12" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "60" | "61" | "62" | "63" | "64" | "65" | "66" | "67" | "68" | "69" | "70" | "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78" | "79" | "81" | "82" | "83" | "84" | "85" | "86" | "87" | "88" | "89" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "99";
            /** @example 长女 eldest daughter */
            relationText: string;
            /**
             * @description Guardian, as long as the patient is a child.
             * @example false
             */
            guardian: boolean;
            /**
             * @description What goes there now.
             * @example [
             *       "appointment"
             *     ]
             */
            gets: ("appointment" | "follow-up" | "medication" | "birthday" | "marketing")[];
            /**
             * @description The ETag without its quotes.
             * @example 1
             */
            version: number;
            /**
             * Format: uuid
             * @description The record it was said under.
             */
            patientId: string;
            /**
             * @description What was agreed to.
             * @example [
             *       "appointment"
             *     ]
             */
            kinds: ("appointment" | "follow-up" | "medication" | "birthday" | "marketing")[];
            /**
             * @example patient
             * @enum {string}
             */
            consentBy: "patient" | "guardian";
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example null
             */
            until: string | null;
            /**
             * Format: date-time
             * @example null
             */
            endedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            recordedAt: string;
            /**
             * @description Account of who recorded it.
             * @example null
             */
            recordedBy: string | null;
            /** @description Every word on it, the first first. */
            history: components["schemas"]["PatientsRelativeHistory"][];
        };
        PatientsRepairParkedEvent: {
            /**
             * @description The corrected data of the event; checked against its contract.
             * @example {
             *       "patientId": "…"
             *     }
             */
            data: Record<string, never>;
        };
        PatientsReplayStreamRequest: {
            /**
             * @description The stream this service should read again.
             * @example patients
             */
            stream: string;
            /** @description From this stream sequence; or give `fromTime`. */
            fromSequence?: number;
            /**
             * Format: date-time
             * @description From the first event published at or after this time.
             */
            fromTime?: string;
            /**
             * @description false: only events this service has not handled yet (after a restore). true: handle all again; the domain’s own constraints keep effects single.
             * @default false
             */
            again: boolean;
        };
        PatientsRepublishRequest: {
            /**
             * Format: date-time
             * @description Publish again every event that happened at or after this time.
             */
            since: string;
        };
        PatientsRepublishResult: {
            /**
             * @description Events this call queued for publishing again.
             * @example 120
             */
            events: number;
        };
        PatientsResultDetail: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c21
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it was born with; after a merge it answers with the survivor.
             */
            patientId: string;
            /**
             * Format: uuid
             * @description The visit or stay it belongs to, once that is known.
             */
            encounterId: string | null;
            /**
             * @example laboratory
             * @enum {string}
             */
            kind: "laboratory" | "imaging" | "pathology" | "other";
            /**
             * @description `withdrawn`: it holds no longer.
             * @example final
             * @enum {string}
             */
            status: "preliminary" | "final" | "corrected" | "withdrawn";
            /**
             * @description Of the laboratory or imaging system. Answered masked without the right `personal.unmasked`.
             * @example L20260302017
             */
            orderNumber: string;
            /**
             * @description On the slip. Answered masked without the right `personal.unmasked`.
             * @example YZ88021
             */
            placerNumber: string | null;
            /**
             * @description HIV, pregnancy, psychiatry …: by the hospital’s list.
             * @example false
             */
            sensitive: boolean;
            /**
             * @description It is sensitive and the right patients.sensitive.read is missing: only that there is one is told.
             * @example false
             */
            withheld: boolean;
            /**
             * @description What was examined.
             * @example CBC
             */
            code: string | null;
            /** @example 血常规 */
            name: string | null;
            /**
             * @description As the sender writes it.
             * @example HM
             */
            section: string | null;
            /**
             * @description The worst of it.
             * @example abnormal
             * @enum {string|null}
             */
            abnormality: "normal" | "abnormal" | "critical" | null;
            /**
             * Format: date-time
             * @example 2026-03-02T00:10:00.000Z
             */
            observedAt: string;
            /**
             * Format: date-time
             * @description When what holds was told.
             * @example 2026-03-02T02:15:00.000Z
             */
            reportedAt: string;
            observations: components["schemas"]["PatientsResultObservation"][];
            /**
             * @description The conclusion of a report (诊断意见). Answered masked without the right `personal.unmasked`.
             * @example 建议3个月后复查。
             */
            impression: string | null;
            /**
             * @description In lists its first 2,000 characters. Answered masked without the right `personal.unmasked`.
             * @example 双肺纹理增多。
             */
            text: string | null;
            /**
             * @description Whether `text` is all of it.
             * @example true
             */
            textComplete: boolean;
            /** @description Every report of it, the latest first, 100 at most. */
            reports: components["schemas"]["PatientsResultReportView"][];
        };
        PatientsResultObservation: {
            /** @example WBC */
            code?: string;
            /** @example 白细胞计数 */
            name?: string;
            /**
             * @description Tells repeated values of one code apart.
             * @example 1
             */
            subId?: string;
            /**
             * @description As people read it.
             * @example 12.4
             */
            value: string;
            /**
             * @description The same, where it is one number.
             * @example 12.4
             */
            number?: number;
            /**
             * @description Of a coded value.
             * @example POS
             */
            valueCode?: string;
            /** @example 10^9/L */
            unit?: string;
            /** @example 3.5-9.5 */
            referenceRange?: string;
            /**
             * @description As the laboratory flags it.
             * @example H
             */
            flags?: string;
            /**
             * @example abnormal
             * @enum {string}
             */
            abnormality: "normal" | "abnormal" | "critical";
            /**
             * @example final
             * @enum {string}
             */
            status: "preliminary" | "final" | "corrected" | "withdrawn";
        };
        PatientsResultPage: {
            items: components["schemas"]["PatientsResultView"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        PatientsResultReportView: {
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            toldAt: string;
            /**
             * @example preliminary
             * @enum {string}
             */
            status: "preliminary" | "final" | "corrected" | "withdrawn";
            observations: components["schemas"]["PatientsResultObservation"][];
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            impression: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            text: string | null;
        };
        PatientsResultView: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c21
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it was born with; after a merge it answers with the survivor.
             */
            patientId: string;
            /**
             * Format: uuid
             * @description The visit or stay it belongs to, once that is known.
             */
            encounterId: string | null;
            /**
             * @example laboratory
             * @enum {string}
             */
            kind: "laboratory" | "imaging" | "pathology" | "other";
            /**
             * @description `withdrawn`: it holds no longer.
             * @example final
             * @enum {string}
             */
            status: "preliminary" | "final" | "corrected" | "withdrawn";
            /**
             * @description Of the laboratory or imaging system. Answered masked without the right `personal.unmasked`.
             * @example L20260302017
             */
            orderNumber: string;
            /**
             * @description On the slip. Answered masked without the right `personal.unmasked`.
             * @example YZ88021
             */
            placerNumber: string | null;
            /**
             * @description HIV, pregnancy, psychiatry …: by the hospital’s list.
             * @example false
             */
            sensitive: boolean;
            /**
             * @description It is sensitive and the right patients.sensitive.read is missing: only that there is one is told.
             * @example false
             */
            withheld: boolean;
            /**
             * @description What was examined.
             * @example CBC
             */
            code: string | null;
            /** @example 血常规 */
            name: string | null;
            /**
             * @description As the sender writes it.
             * @example HM
             */
            section: string | null;
            /**
             * @description The worst of it.
             * @example abnormal
             * @enum {string|null}
             */
            abnormality: "normal" | "abnormal" | "critical" | null;
            /**
             * Format: date-time
             * @example 2026-03-02T00:10:00.000Z
             */
            observedAt: string;
            /**
             * Format: date-time
             * @description When what holds was told.
             * @example 2026-03-02T02:15:00.000Z
             */
            reportedAt: string;
            observations: components["schemas"]["PatientsResultObservation"][];
            /**
             * @description The conclusion of a report (诊断意见). Answered masked without the right `personal.unmasked`.
             * @example 建议3个月后复查。
             */
            impression: string | null;
            /**
             * @description In lists its first 2,000 characters. Answered masked without the right `personal.unmasked`.
             * @example 双肺纹理增多。
             */
            text: string | null;
            /**
             * @description Whether `text` is all of it.
             * @example true
             */
            textComplete: boolean;
        };
        PatientsRetentionRuleState: {
            /** @example outbox */
            name: string;
            /** @example outbox */
            table: string;
            /**
             * @description Days a row is kept.
             * @example 35
             */
            days: number;
            /**
             * @description Null: it is fixed.
             * @example OUTBOX_RETENTION_DAYS
             */
            setting: string | null;
            /** @example republish needs it */
            reason: string;
            /**
             * Format: date-time
             * @description Of the latest run; null: none yet.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description Null while it runs.
             */
            finishedAt: string | null;
            /**
             * @description Rows the latest run removed.
             * @example 48210
             */
            removed: number;
            /**
             * @description Rows removed ever.
             * @example 1204331
             */
            removedEver: number;
            /** @description Why the latest run failed. */
            error: string | null;
            /**
             * Format: date-time
             * @description Age of the oldest row that the rule may remove; null when there is none.
             */
            oldestRow: string | null;
        };
        PatientsRetentionStarted: {
            /**
             * Format: uuid
             * @description The job that enforces the rules now; null when one waits or runs already.
             */
            job: string | null;
        };
        PatientsRetentionState: {
            rules: components["schemas"]["PatientsRetentionRuleState"][];
            /** @description Tables that no rule removes from, and why. */
            kept: components["schemas"]["PatientsKeptTableState"][];
        };
        PatientsSegment: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41
             */
            id: string;
            /** @example 60岁以上高血压住院患者 */
            name: string;
            /**
             * @description `and`, `or` (lists), `not`, or one of: `{fact, op, value}` with tag, purpose, state (has), sex, district, stage (eq, in; stage, PT-1, is lead, first-visit, active, revisit-due or churned, and nothing after death), age (ge, le, full years), deceased (eq); `{visits: {class, department, diagnosis, …}}`, diagnosis being the beginning of an ICD-10 code; `{contacts: {kind, what, channel, outcome, …}}`, what the centre had to do with them, `what` being the type of the event; `…` of both is when and how often: `from`, `before`, `days` (the last so many times 24 hours), `atLeast`, `atMost` (0: none). At most 8 deep, 200 nodes, and 12 of `visits` and `contacts`.
             * @example {
             *       "and": [
             *         {
             *           "fact": "tag",
             *           "op": "has",
             *           "value": "disease.hypertension"
             *         },
             *         {
             *           "fact": "age",
             *           "op": "ge",
             *           "value": 60
             *         },
             *         {
             *           "visits": {
             *             "class": "inpatient",
             *             "from": "2026-01-01T00:00:00+08:00",
             *             "atLeast": 2
             *           }
             *         },
             *         {
             *           "contacts": {
             *             "kind": "follow-up",
             *             "outcome": "reached",
             *             "days": 90
             *           }
             *         },
             *         {
             *           "not": {
             *             "fact": "state",
             *             "op": "has",
             *             "value": "do-not-contact"
             *           }
             *         }
             *       ]
             *     }
             */
            filter: {
                [key: string]: unknown;
            };
            /**
             * @description For If-Match.
             * @example 1
             */
            version: number;
            /**
             * @description Account of who saved it.
             * @example null
             */
            createdBy: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            updatedAt: string;
        };
        PatientsSegmentChange: {
            /** @example 老年高血压患者 */
            name?: string;
            /**
             * @description `and`, `or` (lists), `not`, or one of: `{fact, op, value}` with tag, purpose, state (has), sex, district, stage (eq, in; stage, PT-1, is lead, first-visit, active, revisit-due or churned, and nothing after death), age (ge, le, full years), deceased (eq); `{visits: {class, department, diagnosis, …}}`, diagnosis being the beginning of an ICD-10 code; `{contacts: {kind, what, channel, outcome, …}}`, what the centre had to do with them, `what` being the type of the event; `…` of both is when and how often: `from`, `before`, `days` (the last so many times 24 hours), `atLeast`, `atMost` (0: none). At most 8 deep, 200 nodes, and 12 of `visits` and `contacts`.
             * @example {
             *       "and": [
             *         {
             *           "fact": "tag",
             *           "op": "has",
             *           "value": "disease.hypertension"
             *         },
             *         {
             *           "fact": "age",
             *           "op": "ge",
             *           "value": 60
             *         },
             *         {
             *           "visits": {
             *             "class": "inpatient",
             *             "from": "2026-01-01T00:00:00+08:00",
             *             "atLeast": 2
             *           }
             *         },
             *         {
             *           "contacts": {
             *             "kind": "follow-up",
             *             "outcome": "reached",
             *             "days": 90
             *           }
             *         },
             *         {
             *           "not": {
             *             "fact": "state",
             *             "op": "has",
             *             "value": "do-not-contact"
             *           }
             *         }
             *       ]
             *     }
             */
            filter?: {
                [key: string]: unknown;
            };
        };
        PatientsSegmentCount: {
            /**
             * @description Living records in it now.
             * @example 1234
             */
            count: number;
        };
        PatientsSegmentDraft: {
            /**
             * @description `and`, `or` (lists), `not`, or one of: `{fact, op, value}` with tag, purpose, state (has), sex, district, stage (eq, in; stage, PT-1, is lead, first-visit, active, revisit-due or churned, and nothing after death), age (ge, le, full years), deceased (eq); `{visits: {class, department, diagnosis, …}}`, diagnosis being the beginning of an ICD-10 code; `{contacts: {kind, what, channel, outcome, …}}`, what the centre had to do with them, `what` being the type of the event; `…` of both is when and how often: `from`, `before`, `days` (the last so many times 24 hours), `atLeast`, `atMost` (0: none). At most 8 deep, 200 nodes, and 12 of `visits` and `contacts`.
             * @example {
             *       "and": [
             *         {
             *           "fact": "tag",
             *           "op": "has",
             *           "value": "disease.hypertension"
             *         },
             *         {
             *           "fact": "age",
             *           "op": "ge",
             *           "value": 60
             *         },
             *         {
             *           "visits": {
             *             "class": "inpatient",
             *             "from": "2026-01-01T00:00:00+08:00",
             *             "atLeast": 2
             *           }
             *         },
             *         {
             *           "contacts": {
             *             "kind": "follow-up",
             *             "outcome": "reached",
             *             "days": 90
             *           }
             *         },
             *         {
             *           "not": {
             *             "fact": "state",
             *             "op": "has",
             *             "value": "do-not-contact"
             *           }
             *         }
             *       ]
             *     }
             */
            filter: {
                [key: string]: unknown;
            };
        };
        PatientsSegmentPage: {
            items: components["schemas"]["PatientsSegment"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsSegmentPreview: {
            /**
             * @description Living records in it now.
             * @example 1234
             */
            count: number;
            /** @description The first 20. */
            items: components["schemas"]["PatientsPatient"][];
        };
        PatientsServiceErasure: {
            /** @example follow-up */
            service: string;
            /**
             * @description waiting: not there yet, it may be down. failed: tried several times, and tried on.
             * @example applied
             * @enum {string}
             */
            state: "waiting" | "applied" | "failed";
            stores: components["schemas"]["PatientsStoreErasure"][];
            /**
             * Format: date-time
             * @example 2026-03-02T02:00:01.000Z
             */
            reportedAt: string | null;
        };
        PatientsServiceOverview: {
            /** @example patients */
            service: string;
            /** @example 0.1.0 */
            version: string;
            /**
             * @description BUILD_COMMIT, when it was set.
             * @example 1f3c0de
             */
            commit: string | null;
            /**
             * Format: date-time
             * @description When the process that answers began.
             */
            startedAt: string;
            /**
             * @description What the service needs: `ok`, or why it fails.
             * @example {
             *       "database": "ok",
             *       "nats": "timed out"
             *     }
             */
            checks: {
                [key: string]: string;
            };
            parked: components["schemas"]["PatientsParkedOverview"] | null;
            outbox: components["schemas"]["PatientsOutboxOverview"] | null;
            /** @description Each stream that it reads. */
            consumers: components["schemas"]["PatientsConsumerState"][] | null;
            jobs: components["schemas"]["PatientsJobsOverview"][] | null;
            deadlines: components["schemas"]["PatientsDeadlinesOverview"][] | null;
            backup: components["schemas"]["PatientsBackupOverview"] | null;
            /**
             * @description Parts that could not be read in time.
             * @example []
             */
            unread: ("parked" | "outbox" | "consumers" | "jobs" | "deadlines" | "backup")[];
        };
        PatientsSkippedKey: {
            /**
             * @example phone
             * @enum {string}
             */
            kind: "name-and-birth-date" | "phone" | "document";
            /**
             * @description More living records than this have it: DUPLICATE_KEY_MOST.
             * @example 50
             */
            moreThan: number;
        };
        PatientsStateStanding: {
            /**
             * @example do-not-contact
             * @enum {string}
             */
            state: "do-not-contact" | "cured";
            /** @example false */
            holds: boolean;
            /**
             * Format: date-time
             * @example null
             */
            since: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            reason: string | null;
        };
        PatientsStatedHour: {
            /**
             * @description 1 Monday … 7 Sunday, in the hospital’s zone.
             * @example 3
             */
            weekday: number;
            /**
             * @description HH:MM in the hospital’s zone.
             * @example 19:00
             */
            time: string;
            /**
             * @description How long it lasts.
             * @default 60
             * @example 60
             */
            minutes: number;
            /**
             * Format: uuid
             * @description A member of staff.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d02
             */
            doctorId?: string | null;
            /**
             * Format: uuid
             * @description Of staff.
             * @example null
             */
            departmentId?: string | null;
        };
        PatientsStoreErasure: {
            /**
             * @description The store, as docs/retention.md names it.
             * @example contact
             */
            table: string;
            /**
             * @description Rows that go.
             * @example 12
             */
            removed: number;
            /**
             * @description Rows that stay without what they say about the person.
             * @example 0
             */
            emptied: number;
            /**
             * @description Rows that are sealed, or stay.
             * @example 0
             */
            kept: number;
            /**
             * @description Why they stay.
             * @example null
             */
            reason: string | null;
        };
        PatientsSuppressedView: {
            /**
             * Format: uuid
             * @description Entry in the family; null: the patient.
             */
            relativeId: string | null;
            /**
             * Format: uuid
             * @description The living record, if there is one.
             */
            patientId: string | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example 王秀英
             */
            name: string | null;
            /**
             * @description E.164. Answered masked without the right `personal.unmasked`.
             * @example +8613800138000
             */
            phone: string | null;
            /** @example 长女 eldest daughter */
            relationText: string | null;
            /**
             * @description Why nothing goes there.
             * @example kind-not-chosen
             * @enum {string}
             */
            why: "deceased" | "do-not-contact" | "no-consent" | "child" | "patient-deceased" | "patient-do-not-contact" | "patient-no-consent" | "relation-not-begun" | "relation-ended" | "merged" | "kind-not-chosen" | "came-of-age" | "no-marketing-consent" | "not-a-patient" | "same-number" | "no-guardian";
        };
        PatientsTagChange: {
            /** @example 高血压 */
            zh?: string;
            /** @example Hypertension */
            en?: string;
            /**
             * @description true: given to nobody any more; who has it keeps it. false: in use again.
             * @example true
             */
            retired?: boolean;
            /**
             * @description When it is given by itself: `kind` age (`from`, `to` in full years, `to` null: open), diagnosis (`prefixes` of ICD-10), visits (`from`, `to`), nearness (`is`: district, city, province, elsewhere) or district (`names`); null: only by hand. `stage` (`is`, of the lifecycle: lead, first-visit, active, revisit-due, churned) is read only: it comes with the platform.
             * @example {
             *       "kind": "diagnosis",
             *       "prefixes": [
             *         "I10",
             *         "I11"
             *       ]
             *     }
             */
            rule?: {
                [key: string]: unknown;
            } | null;
        };
        PatientsTagPage: {
            items: components["schemas"]["PatientsCatalogueTag"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsTagReview: {
            /**
             * @description People to look at; null until counted.
             * @example 48210
             */
            total: number | null;
            /**
             * @description Of them, who has been looked at.
             * @example 12600
             */
            done: number;
        };
        PatientsTimelineEntry: {
            /**
             * @description Unique over all kinds.
             * @example encounter:0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03
             */
            id: string;
            /**
             * @example encounter
             * @enum {string}
             */
            kind: "encounter" | "diagnosis" | "procedure" | "result" | "imaging" | "medication" | "decision" | "merge" | "fact" | "card" | "promise" | "gift" | "community" | "win-back" | "follow-up";
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            at: string;
            /**
             * Format: uuid
             * @description The record it came with.
             */
            patientId: string;
            /**
             * @description encounter: its class; diagnosis: ICD-10; procedure, result, imaging, medication: its code; decision: the topic; merge: its cause; fact: its topic; card: its level; promise: made or kept; gift: given or received; community: joined or left; win-back: the offer; others: the type of the event that told of it. Empty of what is sensitive, without patients.sensitive.read.
             * @example inpatient
             */
            what: string;
            /**
             * @description In words, or the step of a plan.
             * @example 呼吸内科专业
             */
            title: string | null;
            /**
             * @description encounter: its status; diagnosis: A, W or F; result, imaging: normal, abnormal, critical or withdrawn; medication: its use, or why it was stopped; decision: begun or ended; merge: standing or undone; fact: begun or ended; card: its last day; promise: open or kept; gift: standing or cancelled; community: how the person came, or why he left; win-back: the answer, else why it ended; others: how it ended, or why.
             * @example finished
             */
            outcome: string | null;
            /**
             * Format: uuid
             * @description The visit or stay it belongs to.
             */
            encounterId: string | null;
            /**
             * Format: uuid
             * @description The result, drug, decision, merge, gift, community, win-back, task or plan itself.
             */
            subjectId: string | null;
        };
        PatientsTimelinePage: {
            items: components["schemas"]["PatientsTimelineEntry"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsUndoMerge: {
            /**
             * @description Why they are two persons.
             * @example 同名同生日的两个人
             */
            reason: string;
            /**
             * @description Needed when both told the same national ID; it becomes an unverified document of the other.
             * @example survivor
             * @enum {string}
             */
            keepsNationalId?: "survivor" | "retired";
        };
        PatientsWatchedFile: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08
             */
            id: string;
            /** @example patient-photo */
            use: string;
            /** @example image/png */
            mediaType: string;
            /**
             * @description In bytes.
             * @example 48213
             */
            size: number;
            /** @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 */
            sha256: string;
            /**
             * @example infected
             * @enum {string}
             */
            state: "infected" | "pending" | "not-scanned";
            /** @example Eicar-Test-Signature */
            finding: string | null;
            /**
             * @description What it belongs to.
             * @example null
             */
            owner: string | null;
            /** @description Account id of who sent it. */
            createdBy: string | null;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:01.000Z
             */
            createdAt: string;
        };
        PatientsWatchedFiles: {
            items: components["schemas"]["PatientsWatchedFile"][];
        };
        PatientsWinBackFigures: {
            /**
             * Format: date-time
             * @example 2025-11-22T02:15:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-22T02:15:00.000Z
             */
            to: string;
            /**
             * @description Win-backs that started in the time.
             * @example 120
             */
            started: number;
            /**
             * @description Of them: open now.
             * @example 18
             */
            open: number;
            /**
             * @description Of them: answered, whatever the answer.
             * @example 40
             */
            answered: number;
            /**
             * @description Of them: accepted, or said they would come.
             * @example 25
             */
            agreed: number;
            /**
             * @description Of them: every step passed without an answer.
             * @example 30
             */
            unanswered: number;
            /**
             * @description Of them: came again, answered or not.
             * @example 33
             */
            returned: number;
            /**
             * @description returned ÷ started, 0 to 1; null when none started.
             * @example 0.275
             */
            returnRate: number | null;
        };
        PatientsWinBackPage: {
            items: components["schemas"]["PatientsWinBackView"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        PatientsWinBackView: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c51
             */
            id: string;
            /**
             * Format: uuid
             * @description The record it was made for; a merged one answers with the survivor.
             */
            patientId: string;
            /**
             * @example open
             * @enum {string}
             */
            status: "open" | "ended";
            /**
             * @description The last step made.
             * @example 1
             * @enum {number}
             */
            step: 1 | 2 | 3;
            /**
             * @description What that step offers.
             * @example free-recheck
             * @enum {string}
             */
            offer: "free-recheck" | "returning-discount" | "doctor-call";
            /** @description The offer in words, for whoever tells the patient. */
            offerText: components["schemas"]["PatientsOfferText"];
            /**
             * Format: date-time
             * @example 2026-08-29T02:15:00.000Z
             */
            stepAt: string;
            /**
             * Format: date-time
             * @description When the next step comes, or the last one counts as unanswered. Null once it ended.
             * @example 2026-09-05T02:15:00.000Z
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @description The last visit.
             * @example 2026-03-02T02:15:00.000Z
             */
            absentSince: string;
            /**
             * Format: date-time
             * @example 2026-08-29T02:15:00.000Z
             */
            startedAt: string;
            /**
             * @description Why it ended.
             * @example null
             * @enum {string|null}
             */
            outcome: "visited" | "answered" | "no-answer" | "consent-withdrawn" | "do-not-contact" | "cured" | "deceased" | "merged" | "not-churned" | null;
            /**
             * Format: date-time
             * @example null
             */
            endedAt: string | null;
            /**
             * @example null
             * @enum {string|null}
             */
            answer: "accepted" | "will-come" | "declined" | "no-interest" | null;
            /**
             * @example null
             * @enum {string|null}
             */
            answerChannel: "phone" | "wechat" | "wecom" | "website" | "douyin" | "xiaohongshu" | "sms" | "e-mail" | "letter" | "fax" | "walk-in" | null;
            /**
             * @description Answered masked without the right `personal.unmasked`.
             * @example null
             */
            answerNote: string | null;
            /**
             * @description Account of who recorded it.
             * @example null
             */
            answeredBy: string | null;
            /**
             * Format: date-time
             * @description When the patient came again after it.
             * @example null
             */
            returnedAt: string | null;
        };
        /** @description RFC 9457. `code` is stable; programs decide by it, people read `detail`: in Chinese, or English as Accept-Language says. */
        Problem: {
            /** @example urn:problem:validation-failed */
            type: string;
            /** @example 请求无效 */
            title: string;
            /** @example 400 */
            status: number;
            /** @example validation-failed */
            code: string;
            /**
             * @description In the language asked for.
             * @example 请求内容不符合要求。
             */
            detail: string;
            /**
             * @description The path asked for.
             * @example /staff/departments
             */
            instance: string;
            /** @description Finds the request in the logs. */
            requestId?: string;
            errors?: {
                /** @example nameZh */
                field: string;
                /**
                 * @description Stable, as the `code` of the problem.
                 * @example is-length
                 */
                code: string;
                /** @example 长度必须在 1 到 120 之间 */
                reason: string;
                /** @description Where in the value, in characters from 1 (`filter`, `sort`). */
                position?: number;
            }[];
        };
        StaffAccount: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c10
             */
            id: string;
            /** @example li.xiaomei */
            username: string;
            /** @example 李晓梅 */
            displayName: string;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            roles: ("agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator")[];
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            memberId: string | null;
            /**
             * @description No token before the person has chosen another password.
             * @example false
             */
            mustChangePassword: boolean;
            /** @example true */
            active: boolean;
            /**
             * @description Grows with each change; also the ETag.
             * @example 1
             */
            version: number;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            updatedAt: string;
        };
        StaffAccountPage: {
            items: components["schemas"]["StaffAccount"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        StaffAuditChange: {
            /** @example patient */
            subject: string;
            /** @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01 */
            id: string;
            /**
             * @description The fields that changed, as they were; null for something new. Answered masked without the right `personal.unmasked`.
             * @example {
             *       "gender": "unknown"
             *     }
             */
            before: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The same fields as they became; null for something deleted. Answered masked without the right `personal.unmasked`.
             * @example {
             *       "gender": "female"
             *     }
             */
            after: {
                [key: string]: unknown;
            } | null;
        };
        StaffAuditEntry: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-21T02:15:00.000Z
             */
            at: string;
            /**
             * @description Null before anybody logged in.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77
             */
            actorId: string | null;
            /** @example 王芳 */
            actorName: string | null;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            actorRoles: string[];
            /** @example null */
            sessionId: string | null;
            /**
             * @description As the gateway saw it.
             * @example 10.2.3.4
             */
            clientAddress: string | null;
            /** @example 5f0c8a52-8f6e-4d0b-9d67-6a2f7a0b1c11 */
            requestId: string;
            /** @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 */
            traceparent: string;
            /** @example patients_people_read */
            operation: string;
            /** @example GET */
            method: string;
            /** @example /patients/:id */
            path: string;
            /**
             * @example {
             *       "id": "0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01"
             *     }
             */
            params: {
                [key: string]: string;
            };
            /**
             * @description What kind the subject ids are of.
             * @example patient
             */
            subject: string;
            /**
             * @description Whose data; of a list, everyone on the page.
             * @example [
             *       "0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01"
             *     ]
             */
            subjectIds: string[];
            /**
             * @description The HTTP status: 2xx succeeded, 4xx was refused.
             * @example 200
             */
            status: number;
            /**
             * @description Whether personal fields were answered as they are.
             * @example true
             */
            unmasked: boolean;
            /** @example null */
            changes: components["schemas"]["StaffAuditChange"][] | null;
            /**
             * @description Why, where the caller has to say.
             * @example null
             */
            reason: string | null;
        };
        StaffAuditHeadView: {
            /**
             * @description How many entries were ever sealed.
             * @example 18204
             */
            seq: number;
            /**
             * @description Hash of the last seal, hexadecimal.
             * @example 9b2f…
             */
            hash: string;
            /**
             * @description Entries that wait for their seal; it comes within seconds.
             * @example 3
             */
            waiting: number;
        };
        StaffAuditPage: {
            items: components["schemas"]["StaffAuditEntry"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        StaffBackupOverview: {
            /**
             * Format: date-time
             * @description Null: `npm run backup` never ran.
             * @example 2026-11-22T02:00:00.000Z
             */
            takenAt: string | null;
            /**
             * @description How old it is.
             * @example 30600
             */
            ageSeconds: number | null;
        };
        StaffBusState: {
            /** @description Events not yet published, counted up to 100,000. */
            outboxWaiting: number;
            consumers: components["schemas"]["StaffConsumerState"][];
        };
        StaffChangeAccount: {
            /** @example 李晓梅 */
            displayName?: string;
            /**
             * @description All roles from now on.
             * @example [
             *       "agent",
             *       "mentor"
             *     ]
             */
            roles?: ("agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator")[];
            /**
             * @description false: this person can no longer log in.
             * @example false
             */
            active?: boolean;
            /**
             * Format: uuid
             * @description The staff member whose it is; null: nobody’s.
             */
            memberId?: string | null;
        };
        StaffChangePassword: {
            /** @example manager */
            username: string;
            /**
             * Format: password
             * @example demo-password-2026
             */
            password: string;
            /**
             * Format: password
             * @example tropfen-am-morgen
             */
            newPassword: string;
        };
        StaffChangeShift: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            memberId: string;
            /**
             * @description 1 is called first, then 2, …
             * @default 1
             */
            line: number;
            /**
             * Format: date-time
             * @example 2026-03-02T18:00:00+08:00
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description The first moment that belongs to the next shift. At most 48 hours after the start.
             * @example 2026-03-03T08:00:00+08:00
             */
            endsAt: string;
        };
        StaffConsumerState: {
            /** @example patients */
            stream: string;
            /** @description Every sequence up to this one is dealt with. */
            position: number;
            /** @description Last sequence of the stream. */
            lastSequence: number;
            /** @description Events between the two. */
            behind: number;
            /** @description Events waiting in the parking lot. */
            parked: number;
        };
        StaffCreateAccount: {
            /**
             * @description Lower case; never changes.
             * @example li.xiaomei
             */
            username: string;
            /** @example 李晓梅 */
            displayName: string;
            /**
             * Format: password
             * @description At least ten characters; neither the user name nor a common one.
             * @example a-long-pass-phrase
             */
            password: string;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            roles: ("agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator")[];
            /**
             * Format: uuid
             * @description The staff member whose it is.
             */
            memberId?: string | null;
        };
        StaffDeadlinesOverview: {
            /**
             * @description What falls due.
             * @example follow-up.task.lapse
             */
            source: string;
            /**
             * @description Due and not worked off, counted up to 10,000.
             * @example 0
             */
            due: number;
            /**
             * @description How long the oldest of it is due, in seconds.
             * @example 0
             */
            overdueSeconds: number;
        };
        StaffDepartment: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06
             */
            id: string;
            /**
             * @description 卫医发〔1994〕27号
             * @example 03.01
             */
            nationalCode: string | null;
            /** @example 呼吸内科专业 */
            nameZh: string;
            /** @example Respiratory medicine */
            nameEn: string | null;
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05
             */
            parentId: string | null;
            localCodes: components["schemas"]["StaffLocalCode"][];
            /** @example true */
            active: boolean;
            /**
             * @description Grows with each change; also the ETag.
             * @example 1
             */
            version: number;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            updatedAt: string;
        };
        StaffDepartmentBranch: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05
             */
            id: string;
            /** @example 03 */
            nationalCode: string | null;
            /** @example 内科 */
            nameZh: string;
            /** @example Internal medicine */
            nameEn: string | null;
            /** @example true */
            active: boolean;
            /** @description Those that belong to it. */
            children: components["schemas"]["StaffDepartmentBranch"][];
        };
        StaffDepartmentPage: {
            items: components["schemas"]["StaffDepartment"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        StaffDepartmentTree: {
            items: components["schemas"]["StaffDepartmentBranch"][];
        };
        StaffDiscardJob: {
            /**
             * @description Why nobody needs it; kept as long as the job.
             * @example Imported by hand instead.
             */
            reason: string;
        };
        StaffDiscardParkedEvent: {
            /**
             * @description Why it is safe to drop it; kept for ever.
             * @example Test message of the interface team.
             */
            reason: string;
        };
        StaffDutyGap: {
            /**
             * Format: date-time
             * @example 2026-03-02T00:00:00.000Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @example 2026-03-02T10:00:00.000Z
             */
            endsAt: string;
        };
        StaffDutyGaps: {
            /** @description Stretches with nobody on duty. */
            items: components["schemas"]["StaffDutyGap"][];
        };
        StaffImportMonth: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06
             */
            departmentId: string;
            /**
             * @example duty-doctor
             * @enum {string}
             */
            role: "agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator";
            /**
             * @description Every shift begins in it.
             * @example 2026-03
             */
            month: string;
            /**
             * @description Takes off first what begins in the month and has not ended.
             * @default false
             */
            replace: boolean;
            shifts: components["schemas"]["StaffImportedShift"][];
        };
        StaffImportResult: {
            /**
             * @description Shifts put on the roster.
             * @example 62
             */
            planned: number;
        };
        StaffImportedShift: {
            /**
             * Format: date
             * @description The day it begins.
             * @example 2026-03-02
             */
            date: string;
            /**
             * @description On the hospital’s clock.
             * @example 18:00
             */
            starts: string;
            /**
             * @description Not after `starts`: on the next day.
             * @example 08:00
             */
            ends: string;
            /** @example D0017 */
            staffNumber: string;
            /**
             * @description 1 is called first.
             * @default 1
             */
            line: number;
        };
        StaffInboxItem: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6fa001
             */
            id: string;
            /** @example complaints.ticket-red */
            purpose: string;
            /** @example ticket */
            subjectType: string;
            /** @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99 */
            subjectId: string;
            /**
             * @example red
             * @enum {string}
             */
            urgency: "red" | "normal" | "low";
            /** @example 绿色通道：胸痛 */
            titleZh: string;
            /** @example Green channel: chest pain */
            titleEn: string;
            /** @example 绿色通道已开启，请立即到急诊。 */
            textZh: string;
            /** @example The green channel is open; please come to emergency at once. */
            textEn: string;
            /** @example /tickets/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99 */
            link: string | null;
            /**
             * @description unanswered: nobody acknowledged to the end of the list; unreached: nobody could be told.
             * @example open
             * @enum {string}
             */
            state: "open" | "acknowledged" | "unanswered" | "unreached";
            /**
             * @description 0: with its first recipients; then which of the next.
             * @example 0
             */
            step: number;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @description Then the next are told.
             * @example 2026-03-02T02:15:00.000Z
             */
            acknowledgeBy: string | null;
            /**
             * Format: uuid
             * @description Member, or account.
             * @example null
             */
            acknowledgedBy: string | null;
            /**
             * Format: date-time
             * @example null
             */
            acknowledgedAt: string | null;
            /**
             * Format: date-time
             * @description When the caller was told.
             * @example 2026-03-02T02:15:00.000Z
             */
            toldAt: string;
            /**
             * Format: uuid
             * @description Told with others of this id.
             * @example null
             */
            digestId: string | null;
            /**
             * Format: date-time
             * @example null
             */
            readAt: string | null;
        };
        StaffInboxPage: {
            items: components["schemas"]["StaffInboxItem"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        StaffJobDetail: {
            /**
             * Format: uuid
             * @example 019aa2b4-7c1e-7d3a-9b61-2f6f3f5c8a10
             */
            id: string;
            /** @example platform.retention */
            name: string;
            /**
             * @description waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a person, or a failed one that was discarded; failed: no attempt is left, a person decides
             * @example failed
             * @enum {string}
             */
            state: "waiting" | "retrying" | "running" | "completed" | "cancelled" | "failed";
            /**
             * @description Attempts that were begun; 0 while nobody took it.
             * @example 2
             */
            attempts: number;
            /**
             * @description Attempts there will be at most.
             * @example 5
             */
            attemptLimit: number;
            /**
             * @description Higher goes first.
             * @example 0
             */
            priority: number;
            /** @description What must be unique among its kind. */
            singletonKey: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T03:10:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Not before this time; in the future after a failed attempt.
             */
            startAfter: string;
            /**
             * Format: date-time
             * @description Of the latest attempt.
             */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /**
             * @description Ids and settings, no personal data.
             * @example {}
             */
            payload: Record<string, never>;
            /** @description The account that asked for it; null: the service did. */
            requestedBy: string | null;
            /**
             * @description Finds it in the logs.
             * @example b1946ac9-4f5d-4c0a-9f0e-6c5f5d7f2a11
             */
            requestId: string;
            /**
             * @example {
             *       "rule": "outbox",
             *       "removed": 12000
             *     }
             */
            progress: Record<string, never> | null;
            /** Format: date-time */
            progressAt: string | null;
            /** @description The result, or the error of the latest attempt. */
            output: Record<string, never> | null;
        };
        StaffJobPage: {
            items: components["schemas"]["StaffJobSummary"][];
            nextCursor: string | null;
        };
        StaffJobScheduleList: {
            items: components["schemas"]["StaffJobScheduleView"][];
        };
        StaffJobScheduleView: {
            /** @example platform.retention */
            name: string;
            /**
             * @description Minute, hour, day, month, weekday.
             * @example 10 3 * * *
             */
            cron: string;
            /** @example Asia/Shanghai */
            zone: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:10:00.000Z
             */
            nextAt: string;
            /** Format: date-time */
            lastAt: string | null;
            /**
             * Format: date-time
             * @description Null: none ever did.
             */
            lastSuccessAt: string | null;
        };
        StaffJobSummary: {
            /**
             * Format: uuid
             * @example 019aa2b4-7c1e-7d3a-9b61-2f6f3f5c8a10
             */
            id: string;
            /** @example platform.retention */
            name: string;
            /**
             * @description waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a person, or a failed one that was discarded; failed: no attempt is left, a person decides
             * @example failed
             * @enum {string}
             */
            state: "waiting" | "retrying" | "running" | "completed" | "cancelled" | "failed";
            /**
             * @description Attempts that were begun; 0 while nobody took it.
             * @example 2
             */
            attempts: number;
            /**
             * @description Attempts there will be at most.
             * @example 5
             */
            attemptLimit: number;
            /**
             * @description Higher goes first.
             * @example 0
             */
            priority: number;
            /** @description What must be unique among its kind. */
            singletonKey: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T03:10:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Not before this time; in the future after a failed attempt.
             */
            startAfter: string;
            /**
             * Format: date-time
             * @description Of the latest attempt.
             */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        StaffJobsOverview: {
            /**
             * @description The kind of job.
             * @example platform.retention
             */
            job: string;
            /**
             * @description Nobody took them yet, or their next attempt comes.
             * @example 0
             */
            waiting: number;
            /** @example 1 */
            running: number;
            /**
             * @description No attempt is left: a person decides.
             * @example 0
             */
            failed: number;
            /**
             * Format: date-time
             * @description Of a scheduled kind: when one is enqueued next.
             */
            nextAt: string | null;
            /**
             * Format: date-time
             * @description Of a scheduled kind: when one last succeeded; null: none ever did.
             */
            lastSuccessAt: string | null;
        };
        StaffJsonWebKeyDto: {
            /** @example EC */
            kty: string;
            /** @example P-256 */
            crv: string;
            /** @example f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU */
            x: string;
            /** @example x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0 */
            y: string;
            /** @description Names the key in the header of a token. */
            kid: string;
            /** @example ES256 */
            alg: string;
            /** @example sig */
            use: string;
        };
        StaffJsonWebKeySetDto: {
            keys: components["schemas"]["StaffJsonWebKeyDto"][];
        };
        StaffKeptTableState: {
            /** @example encounter */
            table: string;
            /** @example as long as the medical record */
            reason: string;
        };
        StaffLocalCode: {
            /**
             * @description Code of the sending system.
             * @example demo-his
             */
            system: string;
            /**
             * @description What that system calls the department.
             * @example HXNK
             */
            code: string;
        };
        StaffMe: {
            /**
             * @description The account, as the token says it.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c10
             */
            id: string;
            /** @example 李晓梅 */
            displayName: string;
            /**
             * @example [
             *       "agent"
             *     ]
             */
            roles: ("agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator")[];
            /**
             * @description What they allow together.
             * @example [
             *       "patients.read"
             *     ]
             */
            rights: ("patients.read" | "patients.write" | "patients.promises.write" | "patients.import" | "patients.merge" | "patients.erase" | "patients.export" | "patients.disclose" | "patients.tags.manage" | "patients.segments.manage" | "patients.communities.read" | "patients.communities.write" | "patients.communities.manage" | "patients.sensitive.read" | "personal.unmasked" | "follow-up.read" | "follow-up.write" | "departments.write" | "staff.write" | "rosters.write" | "accounts.manage" | "roles.manage" | "notifications.send" | "his.read" | "his.raw.read" | "his.write" | "partners.manage" | "audit.read" | "ops.read" | "ops.write")[];
        };
        StaffMember: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            id: string;
            /** @example D0017 */
            staffNumber: string;
            /** @example 陈建国 */
            name: string;
            /**
             * @example [
             *       "0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06"
             *     ]
             */
            departmentIds: string[];
            /**
             * @example [
             *       "attending-physician"
             *     ]
             */
            titles: string[];
            /**
             * @example [
             *       "chest-pain"
             *     ]
             */
            skills: string[];
            /** @example 010 6234 5678 */
            phone: string | null;
            /** @example chen.jianguo@hospital.example */
            email: string | null;
            /** @example true */
            active: boolean;
            /**
             * @description Grows with each change; also the ETag.
             * @example 1
             */
            version: number;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            updatedAt: string;
        };
        StaffMemberPage: {
            items: components["schemas"]["StaffMember"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        StaffMoveDepartment: {
            /**
             * Format: uuid
             * @description The department it belongs to from now on; null: none.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05
             */
            parentId: string | null;
        };
        StaffNameSubstitute: {
            /**
             * Format: uuid
             * @description Who is away.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            absentId: string;
            /**
             * Format: uuid
             * @description Who stands in.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d02
             */
            substituteId: string;
            /**
             * Format: date-time
             * @example 2026-03-02T18:00:00+08:00
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description Back from this moment on.
             * @example 2026-03-09T08:00:00+08:00
             */
            endsAt: string;
            /** @example 进修 */
            reason?: string | null;
        };
        StaffNormalTellingChoice: {
            /**
             * @description At least one.
             * @example [
             *       "console",
             *       "message"
             *     ]
             */
            channels: ("console" | "message")[];
            /**
             * @description In place of the hospital’s; null: the hospital’s. On duty there are none.
             * @example {
             *       "starts": "20:00",
             *       "ends": "07:30"
             *     }
             */
            quietHours?: components["schemas"]["StaffQuietHoursChoice"] | null;
        };
        StaffNotificationChange: {
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            at: string;
            /** @description As they stand now. */
            notifications: components["schemas"]["StaffInboxItem"][];
        };
        StaffNotificationDetail: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6fa001
             */
            id: string;
            /** @example complaints.ticket-red */
            purpose: string;
            /** @example ticket */
            subjectType: string;
            /** @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99 */
            subjectId: string;
            /**
             * @example red
             * @enum {string}
             */
            urgency: "red" | "normal" | "low";
            /** @example 绿色通道：胸痛 */
            titleZh: string;
            /** @example Green channel: chest pain */
            titleEn: string;
            /** @example 绿色通道已开启，请立即到急诊。 */
            textZh: string;
            /** @example The green channel is open; please come to emergency at once. */
            textEn: string;
            /** @example /tickets/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99 */
            link: string | null;
            /**
             * @description unanswered: nobody acknowledged to the end of the list; unreached: nobody could be told.
             * @example open
             * @enum {string}
             */
            state: "open" | "acknowledged" | "unanswered" | "unreached";
            /**
             * @description 0: with its first recipients; then which of the next.
             * @example 0
             */
            step: number;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @description Then the next are told.
             * @example 2026-03-02T02:15:00.000Z
             */
            acknowledgeBy: string | null;
            /**
             * Format: uuid
             * @description Member, or account.
             * @example null
             */
            acknowledgedBy: string | null;
            /**
             * Format: date-time
             * @example null
             */
            acknowledgedAt: string | null;
            /** @example once */
            occasion: string;
            to: components["schemas"]["StaffTarget"][];
            next: components["schemas"]["StaffTarget"][];
            /**
             * @description Seconds.
             * @example 300
             */
            acknowledgeWithinSeconds: number | null;
            /**
             * @description The account or service that asked for it.
             * @example /services/follow-up
             */
            requestedBy: string;
            trail: components["schemas"]["StaffNotificationTrailLine"][];
        };
        StaffNotificationReceipt: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6fa001
             */
            id: string;
            /**
             * @description false: it had been asked for before; nobody is told again.
             * @example true
             */
            isNew: boolean;
        };
        StaffNotificationTrailLine: {
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            at: string;
            /**
             * @example told
             * @enum {string}
             */
            what: "requested" | "told" | "waits" | "nobody-there" | "escalated" | "acknowledged" | "ended";
            /** @example 0 */
            step: number;
            /**
             * Format: uuid
             * @description Member, or account.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            personId: string | null;
            /**
             * @description By which target; who asked; late.
             * @example member
             */
            note: string | null;
        };
        StaffOnDutyAnswer: {
            /**
             * Format: date-time
             * @example 2026-03-02T18:10:00.000Z
             */
            at: string;
            /**
             * Format: uuid
             * @description The department asked for, or one above it where it has nobody; null: nobody anywhere.
             */
            departmentId: string | null;
            /** @description In the order they are called. */
            people: components["schemas"]["StaffPersonOnDutyView"][];
        };
        StaffOutboxOverview: {
            /**
             * @description Events not yet published, counted up to 100,000.
             * @example 0
             */
            unpublished: number;
            /**
             * @description How old the oldest of them is, in seconds; 0 without any.
             * @example 0
             */
            oldestAgeSeconds: number;
        };
        StaffParkedEventDetail: {
            /** Format: uuid */
            id: string;
            /** @example patients */
            stream: string;
            /** @example 1042 */
            streamSequence: number;
            /** @example patients.encounter.discharged.v1 */
            subject: string;
            /** @description Later events of this key wait behind it. */
            key: string;
            /** @enum {string} */
            reason: "failed" | "behind-parked" | "contract" | "malformed" | "unknown-version";
            /** @description First line of the error. */
            error: string;
            attempts: number;
            /** Format: date-time */
            parkedAt: string;
            /** Format: date-time */
            replayRequestedAt: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @enum {string|null} */
            resolution: "replayed" | "discarded" | null;
            /** @description The event as it was received, as text. Answered masked without the right `personal.unmasked`. */
            event: string;
            /** @description The event as it was repaired. Answered masked without the right `personal.unmasked`. */
            repairedEvent: string | null;
            /** @description The whole error with its stack. */
            errorDetail: string;
            resolvedBy: string | null;
            resolutionNote: string | null;
        };
        StaffParkedEventPage: {
            items: components["schemas"]["StaffParkedEventSummary"][];
            nextCursor: string | null;
        };
        StaffParkedEventSummary: {
            /** Format: uuid */
            id: string;
            /** @example patients */
            stream: string;
            /** @example 1042 */
            streamSequence: number;
            /** @example patients.encounter.discharged.v1 */
            subject: string;
            /** @description Later events of this key wait behind it. */
            key: string;
            /** @enum {string} */
            reason: "failed" | "behind-parked" | "contract" | "malformed" | "unknown-version";
            /** @description First line of the error. */
            error: string;
            attempts: number;
            /** Format: date-time */
            parkedAt: string;
            /** Format: date-time */
            replayRequestedAt: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @enum {string|null} */
            resolution: "replayed" | "discarded" | null;
        };
        StaffParkedKind: {
            /** @example patients */
            stream: string;
            /**
             * @description The type of the events.
             * @example patients.encounter.discharged.v1
             */
            subject: string;
            /**
             * @description Why they could not be handled.
             * @example contract
             */
            reason: string;
            /** @example 2 */
            events: number;
            /**
             * Format: date-time
             * @example 2026-11-22T02:10:00.000Z
             */
            oldestAt: string;
        };
        StaffParkedOverview: {
            /**
             * @description Events that wait for a person, counted up to 10,000.
             * @example 2
             */
            events: number;
            /**
             * Format: date-time
             * @example 2026-11-22T02:10:00.000Z
             */
            oldestAt: string | null;
            /** @description The 50 most frequent. */
            kinds: components["schemas"]["StaffParkedKind"][];
        };
        StaffPersonOnDutyView: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            memberId: string;
            /** @example D0017 */
            staffNumber: string;
            /** @example 陈建国 */
            name: string;
            /** @example 010 6234 5678 */
            phone: string | null;
            /** @description Accounts he may log in with. */
            accountIds: string[];
            /**
             * @description 1 is called first.
             * @example 1
             */
            line: number;
            /** Format: uuid */
            shiftId: string;
            /**
             * Format: date-time
             * @example 2026-03-02T10:00:00.000Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @example 2026-03-03T00:00:00.000Z
             */
            endsAt: string;
            /** @description Stands on the roster; the person is the substitute. */
            replaces: components["schemas"]["StaffReplaced"] | null;
        };
        StaffPlanShift: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            memberId: string;
            /**
             * @description 1 is called first, then 2, …
             * @default 1
             */
            line: number;
            /**
             * Format: date-time
             * @example 2026-03-02T18:00:00+08:00
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description The first moment that belongs to the next shift. At most 48 hours after the start.
             * @example 2026-03-03T08:00:00+08:00
             */
            endsAt: string;
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06
             */
            departmentId: string;
            /**
             * @example duty-doctor
             * @enum {string}
             */
            role: "agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator";
        };
        StaffPlanWeeklyDuty: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06
             */
            departmentId: string;
            /**
             * @example duty-doctor
             * @enum {string}
             */
            role: "agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator";
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            memberId: string;
            /**
             * @description 1 is called first.
             * @default 1
             */
            line: number;
            /**
             * @description 1 Monday … 7 Sunday: where it begins.
             * @example [
             *       1,
             *       3,
             *       5
             *     ]
             */
            weekdays: number[];
            /**
             * @description On the hospital’s clock.
             * @example 18:00
             */
            starts: string;
            /**
             * @description Not after `starts`: on the next day.
             * @example 08:00
             */
            ends: string;
            /**
             * Format: date
             * @description First day; shifts that are over are not made.
             * @example 2026-03-02
             */
            validFrom: string;
            /**
             * Format: date
             * @description Last day.
             * @example null
             */
            validUntil?: string | null;
        };
        StaffPreferencesView: {
            /**
             * Format: uuid
             * @description The member, or an account that belongs to none.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            personId: string;
            /**
             * @example {
             *       "channels": [
             *         "console",
             *         "message"
             *       ],
             *       "quietHours": {
             *         "starts": "20:00",
             *         "ends": "07:30"
             *       }
             *     }
             */
            normal: components["schemas"]["StaffTellingChoice"];
            /**
             * @example {
             *       "channels": [],
             *       "quietHours": null
             *     }
             */
            low: components["schemas"]["StaffTellingChoice"];
            /**
             * @description 0: never chosen. Grows with each change; also the ETag.
             * @example 1
             */
            version: number;
            /**
             * Format: date-time
             * @example 2026-03-02T02:15:00.000Z
             */
            updatedAt: string | null;
        };
        StaffQuietHoursChoice: {
            /**
             * @description On the hospital’s clock.
             * @example 20:00
             */
            starts: string;
            /**
             * @description At most 16 hours later; as `starts`: never quiet.
             * @example 07:30
             */
            ends: string;
        };
        StaffRefreshRequest: {
            /**
             * @description The newest of the session.
             * @example V1q3…
             */
            refreshToken: string;
        };
        StaffRepairParkedEvent: {
            /**
             * @description The corrected data of the event; checked against its contract.
             * @example {
             *       "patientId": "…"
             *     }
             */
            data: Record<string, never>;
        };
        StaffReplaceRights: {
            /**
             * @description All it may do from now on.
             * @example [
             *       "patients.read",
             *       "personal.unmasked"
             *     ]
             */
            rights: ("patients.read" | "patients.write" | "patients.promises.write" | "patients.import" | "patients.merge" | "patients.erase" | "patients.export" | "patients.disclose" | "patients.tags.manage" | "patients.segments.manage" | "patients.communities.read" | "patients.communities.write" | "patients.communities.manage" | "patients.sensitive.read" | "personal.unmasked" | "follow-up.read" | "follow-up.write" | "departments.write" | "staff.write" | "rosters.write" | "accounts.manage" | "roles.manage" | "notifications.send" | "his.read" | "his.raw.read" | "his.write" | "partners.manage" | "audit.read" | "ops.read" | "ops.write")[];
        };
        StaffReplaced: {
            /** Format: uuid */
            memberId: string;
            /** @example 赵明远 */
            name: string;
        };
        StaffReplayStreamRequest: {
            /**
             * @description The stream this service should read again.
             * @example patients
             */
            stream: string;
            /** @description From this stream sequence; or give `fromTime`. */
            fromSequence?: number;
            /**
             * Format: date-time
             * @description From the first event published at or after this time.
             */
            fromTime?: string;
            /**
             * @description false: only events this service has not handled yet (after a restore). true: handle all again; the domain’s own constraints keep effects single.
             * @default false
             */
            again: boolean;
        };
        StaffRepublishRequest: {
            /**
             * Format: date-time
             * @description Publish again every event that happened at or after this time.
             */
            since: string;
        };
        StaffRepublishResult: {
            /**
             * @description Events this call queued for publishing again.
             * @example 120
             */
            events: number;
        };
        StaffResetPassword: {
            /**
             * Format: password
             * @example one-to-be-changed-soon
             */
            password: string;
        };
        StaffRetentionRuleState: {
            /** @example outbox */
            name: string;
            /** @example outbox */
            table: string;
            /**
             * @description Days a row is kept.
             * @example 35
             */
            days: number;
            /**
             * @description Null: it is fixed.
             * @example OUTBOX_RETENTION_DAYS
             */
            setting: string | null;
            /** @example republish needs it */
            reason: string;
            /**
             * Format: date-time
             * @description Of the latest run; null: none yet.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description Null while it runs.
             */
            finishedAt: string | null;
            /**
             * @description Rows the latest run removed.
             * @example 48210
             */
            removed: number;
            /**
             * @description Rows removed ever.
             * @example 1204331
             */
            removedEver: number;
            /** @description Why the latest run failed. */
            error: string | null;
            /**
             * Format: date-time
             * @description Age of the oldest row that the rule may remove; null when there is none.
             */
            oldestRow: string | null;
        };
        StaffRetentionStarted: {
            /**
             * Format: uuid
             * @description The job that enforces the rules now; null when one waits or runs already.
             */
            job: string | null;
        };
        StaffRetentionState: {
            rules: components["schemas"]["StaffRetentionRuleState"][];
            /** @description Tables that no rule removes from, and why. */
            kept: components["schemas"]["StaffKeptTableState"][];
        };
        StaffRightList: {
            items: components["schemas"]["StaffRightView"][];
        };
        StaffRightView: {
            /**
             * @example patients.read
             * @enum {string}
             */
            right: "patients.read" | "patients.write" | "patients.promises.write" | "patients.import" | "patients.merge" | "patients.erase" | "patients.export" | "patients.disclose" | "patients.tags.manage" | "patients.segments.manage" | "patients.communities.read" | "patients.communities.write" | "patients.communities.manage" | "patients.sensitive.read" | "personal.unmasked" | "follow-up.read" | "follow-up.write" | "departments.write" | "staff.write" | "rosters.write" | "accounts.manage" | "roles.manage" | "notifications.send" | "his.read" | "his.raw.read" | "his.write" | "partners.manage" | "audit.read" | "ops.read" | "ops.write";
            /** @example 查看患者与就诊记录 */
            meaningZh: string;
            /** @example Read patients and their visits */
            meaningEn: string;
            /**
             * @description Roles that have it now.
             * @example [
             *       "agent"
             *     ]
             */
            roles: ("agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator")[];
        };
        StaffRoleList: {
            items: components["schemas"]["StaffRoleView"][];
        };
        StaffRoleView: {
            /**
             * @example guide
             * @enum {string}
             */
            role: "agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator";
            /** @example 导医 */
            nameZh: string;
            /** @example Guide */
            nameEn: string;
            /**
             * @description What it may do now.
             * @example [
             *       "patients.read"
             *     ]
             */
            rights: ("patients.read" | "patients.write" | "patients.promises.write" | "patients.import" | "patients.merge" | "patients.erase" | "patients.export" | "patients.disclose" | "patients.tags.manage" | "patients.segments.manage" | "patients.communities.read" | "patients.communities.write" | "patients.communities.manage" | "patients.sensitive.read" | "personal.unmasked" | "follow-up.read" | "follow-up.write" | "departments.write" | "staff.write" | "rosters.write" | "accounts.manage" | "roles.manage" | "notifications.send" | "his.read" | "his.raw.read" | "his.write" | "partners.manage" | "audit.read" | "ops.read" | "ops.write")[];
            /**
             * @description As the product comes.
             * @example [
             *       "patients.read"
             *     ]
             */
            defaultRights: ("patients.read" | "patients.write" | "patients.promises.write" | "patients.import" | "patients.merge" | "patients.erase" | "patients.export" | "patients.disclose" | "patients.tags.manage" | "patients.segments.manage" | "patients.communities.read" | "patients.communities.write" | "patients.communities.manage" | "patients.sensitive.read" | "personal.unmasked" | "follow-up.read" | "follow-up.write" | "departments.write" | "staff.write" | "rosters.write" | "accounts.manage" | "roles.manage" | "notifications.send" | "his.read" | "his.raw.read" | "his.write" | "partners.manage" | "audit.read" | "ops.read" | "ops.write")[];
            /**
             * @description 0: never changed here. Grows with each change; also the ETag.
             * @example 0
             */
            version: number;
            /**
             * Format: date-time
             * @example null
             */
            updatedAt: string | null;
        };
        StaffSaveDepartment: {
            /**
             * @description 诊疗科目 code of 卫医发〔1994〕27号; several wards may share one.
             * @example 03.01
             */
            nationalCode?: string | null;
            /** @example 呼吸内科专业 */
            nameZh: string;
            /** @example Respiratory medicine */
            nameEn?: string | null;
            /**
             * Format: uuid
             * @description The department it belongs to.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05
             */
            parentId?: string | null;
            /**
             * @description One code of one system names one department.
             * @default []
             */
            localCodes: components["schemas"]["StaffLocalCode"][];
            /**
             * @description A closed department keeps its history and takes no new work.
             * @default true
             */
            active: boolean;
        };
        StaffSaveMember: {
            /**
             * @description 工号
             * @example D0017
             */
            staffNumber: string;
            /** @example 陈建国 */
            name: string;
            /**
             * @description Departments; the first is the main one.
             * @example [
             *       "0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06"
             *     ]
             */
            departmentIds: string[];
            /**
             * @description 职称, by code.
             * @example [
             *       "attending-physician"
             *     ]
             */
            titles?: string[];
            /**
             * @description By code.
             * @example [
             *       "chest-pain"
             *     ]
             */
            skills?: string[];
            /**
             * @description At work.
             * @example 010 6234 5678
             */
            phone?: string | null;
            /** @example chen.jianguo@hospital.example */
            email?: string | null;
            /**
             * @description false: no longer works here, and stands on no roster.
             * @default true
             */
            active: boolean;
        };
        StaffSavePreferences: {
            /**
             * @example {
             *       "channels": [
             *         "console",
             *         "message"
             *       ],
             *       "quietHours": {
             *         "starts": "20:00",
             *         "ends": "07:30"
             *       }
             *     }
             */
            normal: components["schemas"]["StaffNormalTellingChoice"];
            /**
             * @example {
             *       "channels": [],
             *       "quietHours": null
             *     }
             */
            low: components["schemas"]["StaffTellingChoice"];
        };
        StaffSaveTerm: {
            /** @example 胸痛 */
            nameZh: string;
            /** @example Chest pain */
            nameEn: string;
            /**
             * @description false: nobody new gets it; who has it keeps it.
             * @default true
             */
            active: boolean;
        };
        StaffSendNotification: {
            /**
             * @description What it is about. Asked again with the same subject and occasion, nobody is told again.
             * @example complaints.ticket-red
             */
            purpose: string;
            /** @example ticket */
            subjectType: string;
            /** @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99 */
            subjectId: string;
            /**
             * @description Which of several times for one purpose and subject.
             * @example once
             */
            occasion: string;
            /**
             * @description red: at any hour. Others wait for the end of quiet hours unless the person is on duty.
             * @example red
             * @enum {string}
             */
            urgency: "red" | "normal" | "low";
            /**
             * @description No name of a patient.
             * @example 绿色通道：胸痛
             */
            titleZh: string;
            /** @example Green channel: chest pain */
            titleEn: string;
            /** @example 绿色通道已开启，请立即到急诊。 */
            textZh: string;
            /** @example The green channel is open; please come to emergency at once. */
            textEn: string;
            /** @example /tickets/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99 */
            link?: string;
            /**
             * @description Told at once, all of them; 1–200.
             * @example [
             *       {
             *         "memberId": "0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01"
             *       }
             *     ]
             */
            to: components["schemas"]["StaffTarget"][];
            /**
             * @description Seconds after being told in which somebody must acknowledge; else the next of `next` is told.
             * @example 300
             */
            acknowledgeWithinSeconds?: number;
            /**
             * @description Told one after another, each when nobody acknowledged in time or nobody was there; at most 10.
             * @example [
             *       {
             *         "role": "centre-manager"
             *       }
             *     ]
             */
            next?: components["schemas"]["StaffTarget"][];
        };
        StaffServiceOverview: {
            /** @example patients */
            service: string;
            /** @example 0.1.0 */
            version: string;
            /**
             * @description BUILD_COMMIT, when it was set.
             * @example 1f3c0de
             */
            commit: string | null;
            /**
             * Format: date-time
             * @description When the process that answers began.
             */
            startedAt: string;
            /**
             * @description What the service needs: `ok`, or why it fails.
             * @example {
             *       "database": "ok",
             *       "nats": "timed out"
             *     }
             */
            checks: {
                [key: string]: string;
            };
            parked: components["schemas"]["StaffParkedOverview"] | null;
            outbox: components["schemas"]["StaffOutboxOverview"] | null;
            /** @description Each stream that it reads. */
            consumers: components["schemas"]["StaffConsumerState"][] | null;
            jobs: components["schemas"]["StaffJobsOverview"][] | null;
            deadlines: components["schemas"]["StaffDeadlinesOverview"][] | null;
            backup: components["schemas"]["StaffBackupOverview"] | null;
            /**
             * @description Parts that could not be read in time.
             * @example []
             */
            unread: ("parked" | "outbox" | "consumers" | "jobs" | "deadlines" | "backup")[];
        };
        StaffSessionPage: {
            items: components["schemas"]["StaffSessionView"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        StaffSessionView: {
            /**
             * Format: uuid
             * @description The `sid` of its tokens.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77
             */
            id: string;
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c10
             */
            accountId: string;
            /**
             * Format: date-time
             * @example 2026-03-02T00:15:00.000Z
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description Last refreshed.
             * @example 2026-03-02T02:15:00.000Z
             */
            lastUsedAt: string;
            /**
             * Format: date-time
             * @description Unless it is used before.
             * @example 2026-03-02T10:15:00.000Z
             */
            expiresAt: string;
            /** @example 10.2.3.4 */
            clientAddress: string;
            /** @example Mozilla/5.0 */
            userAgent: string;
            /**
             * @description The one this request came in.
             * @example true
             */
            current: boolean;
        };
        StaffShift: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01
             */
            id: string;
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06
             */
            departmentId: string;
            /**
             * @example duty-doctor
             * @enum {string}
             */
            role: "agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator";
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            memberId: string;
            /**
             * @description 1 is called first.
             * @example 1
             */
            line: number;
            /**
             * Format: date-time
             * @example 2026-03-02T10:00:00.000Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @example 2026-03-03T00:00:00.000Z
             */
            endsAt: string;
            /**
             * Format: uuid
             * @description What made it, if weekly.
             * @example null
             */
            weeklyId: string | null;
            /**
             * @description Grows with each change; also the ETag.
             * @example 1
             */
            version: number;
        };
        StaffShiftPage: {
            items: components["schemas"]["StaffShift"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        StaffSubstitute: {
            /**
             * Format: uuid
             * @description Who is away.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            absentId: string;
            /**
             * Format: uuid
             * @description Who stands in.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d02
             */
            substituteId: string;
            /**
             * Format: date-time
             * @example 2026-03-02T18:00:00+08:00
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description Back from this moment on.
             * @example 2026-03-09T08:00:00+08:00
             */
            endsAt: string;
            /** @example 进修 */
            reason?: string | null;
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f01
             */
            id: string;
        };
        StaffSubstitutePage: {
            items: components["schemas"]["StaffSubstitute"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
        StaffTarget: {
            /**
             * Format: uuid
             * @description One person.
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            memberId?: string;
            /**
             * Format: uuid
             * @description One account.
             */
            accountId?: string;
            /**
             * Format: uuid
             * @description With `role`: whoever is on duty there, or in the department above, when the moment to tell comes.
             */
            departmentId?: string;
            /** @description In place of `departmentId`: a code of a sending system. */
            departmentCode?: string;
            /**
             * @description Without a department: everybody whose account has it.
             * @enum {string}
             */
            role?: "agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator";
        };
        StaffTellingChoice: {
            /**
             * @description None: it is found in the inbox, and nothing rings.
             * @example [
             *       "console",
             *       "message"
             *     ]
             */
            channels: ("console" | "message")[];
            /**
             * @description In place of the hospital’s; null: the hospital’s. On duty there are none.
             * @example {
             *       "starts": "20:00",
             *       "ends": "07:30"
             *     }
             */
            quietHours?: components["schemas"]["StaffQuietHoursChoice"] | null;
        };
        StaffTerm: {
            /** @example chest-pain */
            code: string;
            /** @example 胸痛 */
            nameZh: string;
            /** @example Chest pain */
            nameEn: string;
            /** @example true */
            active: boolean;
            /**
             * @description Grows with each change; also the ETag.
             * @example 1
             */
            version: number;
        };
        StaffTermList: {
            items: components["schemas"]["StaffTerm"][];
        };
        StaffTokenRequest: {
            /** @example manager */
            username: string;
            /**
             * Format: password
             * @example demo-password-2026
             */
            password: string;
        };
        StaffTokenResponse: {
            /**
             * @description A JWT signed with ES256.
             * @example eyJhbGciOiJFUzI1NiIsImtpZCI6…
             */
            accessToken: string;
            /**
             * @example Bearer
             * @enum {string}
             */
            tokenType: "Bearer";
            /**
             * @description Seconds from now.
             * @example 1800
             */
            expiresIn: number;
            /**
             * @description For POST /auth/refresh, in place of the one before.
             * @example V1q3…
             */
            refreshToken: string;
            /**
             * @description Seconds from now, after which one signs in again.
             * @example 28800
             */
            refreshExpiresIn: number;
        };
        StaffWeeklyDuty: {
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06
             */
            departmentId: string;
            /**
             * @example duty-doctor
             * @enum {string}
             */
            role: "agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator";
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01
             */
            memberId: string;
            /**
             * @description 1 is called first.
             * @default 1
             */
            line: number;
            /**
             * @description 1 Monday … 7 Sunday: where it begins.
             * @example [
             *       1,
             *       3,
             *       5
             *     ]
             */
            weekdays: number[];
            /**
             * @description On the hospital’s clock.
             * @example 18:00
             */
            starts: string;
            /**
             * @description Not after `starts`: on the next day.
             * @example 08:00
             */
            ends: string;
            /**
             * Format: date
             * @description First day; shifts that are over are not made.
             * @example 2026-03-02
             */
            validFrom: string;
            /**
             * Format: date
             * @description Last day.
             * @example null
             */
            validUntil?: string | null;
            /**
             * Format: uuid
             * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f11
             */
            id: string;
            /**
             * Format: date
             * @description The first day not on the roster yet.
             * @example 2026-04-13
             */
            rolledUntil: string;
            /**
             * @description The ETag.
             * @example 1
             */
            version: number;
        };
        StaffWeeklyDutyPage: {
            items: components["schemas"]["StaffWeeklyDuty"][];
            /**
             * @description Null on the last page.
             * @example null
             */
            nextCursor: string | null;
        };
    };
    responses: {
        /** @description The request is not valid; `errors` names the fields. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The bearer token is missing, expired or not valid here. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description None of the roles of the caller has the right. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is nothing of this name. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service does not answer now; see Retry-After. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service took too long; it may still do the work. */
        ServiceTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    staff_tokens_jwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffJsonWebKeySetDto"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_tokens_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description no-session: the token is of another issuer. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_tokens_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffChangePassword"];
            };
        };
        responses: {
            /** @description Changed: sign in with the new one. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description validation-failed: why the new password will not do. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description credentials-refused. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description login-locked: too many wrong passwords for this name; see Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: too many log in at once; see Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_tokens_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffRefreshRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTokenResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description refresh-refused: the session is over. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_tokens_issue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffTokenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTokenResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description credentials-refused. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description password-change-required: choose your own at POST /auth/password first. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description login-locked: too many wrong passwords for this name; see Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: too many log in at once; see Retry-After. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_files_download: {
        parameters: {
            query: {
                /** @description Unix time in seconds until which the link works. */
                expires: number;
                disposition: "attachment" | "inline";
                /** @description HMAC-SHA256, base64url. */
                signature: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content, with its own media type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description link-invalid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-awaits-scan or file-infected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description link-expired */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_plans_list: {
        parameters: {
            query?: {
                /** @description Any id of the person, also a merged one. */
                patientId?: string;
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `status` (`active` \| `paused` \| `ended`): eq, ne, in
                 *     - `endReason` (`deceased` \| `cured` \| `transferred` \| `refused` \| `other` \| `discharge-cancelled` \| `visit-cancelled` \| `readmitted` \| `do-not-contact` \| `consent-withdrawn`; may be null): eq, ne, in
                 *     - `encounterId` (uuid): eq, ne, in
                 *     - `departmentCode` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `protocolCode` (string): eq, ne, gt, ge, lt, le, in
                 *     - `protocolVersion` (number): eq, ne, gt, ge, lt, le, in
                 *     - `dischargedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `dischargedOn` (date): eq, ne, gt, ge, lt, le, in
                 *     - `endedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `createdAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-dischargedAt` unless given. Fields: `id`, `status`, `endReason`, `departmentCode`, `protocolCode`, `protocolVersion`, `dischargedAt`, `dischargedOn`, `endedAt`, `createdAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPlanPage"];
                };
            };
            /** @description validation-failed, with one entry a field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_plans_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version of the plan, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPlanDetail"];
                };
            };
            /** @description validation-failed, with one entry a field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such plan. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_plans_end: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpEndPlan"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the plan, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPlanDetail"];
                };
            };
            /** @description validation-failed, with one entry a field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such plan. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description plan-ended, with its `endReason`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_planPrints_print: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A4, its fonts in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such plan. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description print-unavailable: too many prints at once, or it took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_protocols_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpProtocolList"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_protocols_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpProtocol"];
                };
            };
            /** @description validation-failed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such version. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_tasks_list: {
        parameters: {
            query?: {
                /** @description Any id of the person, also a merged one. */
                patientId?: string;
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `status` (`planned` \| `open` \| `done` \| `lapsed` \| `cancelled`): eq, ne, in
                 *     - `kind` (`visit` \| `in-hospital-care` \| `pain` \| `education` \| `survey` \| `call-back` \| `green-channel`): eq, ne, in
                 *     - `mode` (`call` \| `message` \| `form` \| `letter`): eq, ne, in
                 *     - `step` (string): eq, ne, gt, ge, lt, le, in
                 *     - `questionnaireCode` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `skill` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `outcome` (`reached` \| `no-answer` \| `wrong-number` \| `refused`; may be null): eq, ne, in
                 *     - `day` (date): eq, ne, gt, ge, lt, le, in. `dueOn`; for in-hospital care, which has none, `opensOn`.
                 *     - `opensOn` (date): eq, ne, gt, ge, lt, le, in
                 *     - `dueOn` (date; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `lapsesOn` (date; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `dueAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `completedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `completedBy` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `planId` (uuid; may be null): eq, ne, in
                 *     - `encounterId` (uuid; may be null): eq, ne, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `day` unless given. Fields: `id`, `status`, `kind`, `mode`, `step`, `questionnaireCode`, `skill`, `outcome`, `day`, `opensOn`, `dueOn`, `lapsesOn`, `dueAt`, `completedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpTaskPage"];
                };
            };
            /** @description validation-failed, with one entry a field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_tasks_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version of the task, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpTask"];
                };
            };
            /** @description validation-failed, with one entry a field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_tasks_complete: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpCompleteTask"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the task, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpTask"];
                };
            };
            /** @description validation-failed, with one entry a field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description task-not-open, with its `status` and what is `allowed` from there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    gateway_servicesHealth_services: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayServicesHealthReport"];
                };
            };
            /** @description At least one service is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayServicesHealthReport"];
                };
            };
        };
    };
    his_messages_list: {
        parameters: {
            query?: {
                /** @description One of the record numbers, exactly. */
                recordNumber?: string;
                /** @description Exactly. */
                visitNumber?: string;
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `partner` (string): eq, ne, gt, ge, lt, le, in
                 *     - `controlId` (string): eq, ne, gt, ge, lt, le, in
                 *     - `messageType` (string): eq, ne, gt, ge, lt, le, in
                 *     - `event` (string): eq, ne, gt, ge, lt, le, in
                 *     - `status` (`accepted` \| `rejected` \| `repaired`): eq, ne, in
                 *     - `code` (`AA` \| `AE` \| `AR`): eq, ne, in
                 *     - `sendingApplication` (string): eq, ne, gt, ge, lt, le, in
                 *     - `sendingFacility` (string): eq, ne, gt, ge, lt, le, in
                 *     - `receivedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `repairedFrom` (uuid; may be null): eq, ne, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-receivedAt` unless given. Fields: `id`, `partner`, `status`, `code`, `receivedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisMessagePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_messages_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisMessage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such message. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_messages_raw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such message. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_messages_repair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HisRepairMessage"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisRepairedMessage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such message. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description message-accepted or message-repaired: there is nothing to repair. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description message-still-refused: `errors` names place and reason. Nothing was changed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_messages_retry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisRepairedMessage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such message. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description message-accepted or message-repaired: there is nothing to repair. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description message-still-refused: `errors` names place and reason. Nothing was changed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_partners_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `code` (string): eq, ne, gt, ge, lt, le, in
                 *     - `createdAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `updatedAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `code` unless given. Fields: `code`, `createdAt`, `updatedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisPartnerPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_partners_create: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HisCreatePartner"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description Version of the partner, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisPartner"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description partner-exists or sender-taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_partners_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version of the partner, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisPartner"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such partner. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_partners_replace: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HisSavePartner"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the partner, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisPartner"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such partner. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sender-taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    gateway_operations_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayHospitalOverview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    followUp_audit_search: {
        parameters: {
            query?: {
                /** @description Whose data: a patient id, an account id … */
                subjectId?: string;
                /** @description Who did it: an account id, or issuer and subject of a token of another issuer: `https://…|subject`. */
                actorId?: string;
                /** @description Its name in the API document. */
                operation?: string;
                /** @description Not before. */
                from?: string;
                /** @description Before. */
                to?: string;
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpAuditPage"];
                };
            };
            /** @description validation-failed, also for a cursor that is none of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the right audit.read. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_audit_head: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpAuditHeadView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the right audit.read. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_consumers_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpBusState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_jobs_list: {
        parameters: {
            query?: {
                /** @description Only jobs in this state. waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a person, or a failed one that was discarded; failed: no attempt is left, a person decides. */
                state?: "waiting" | "retrying" | "running" | "completed" | "cancelled" | "failed";
                /** @description Only jobs of this kind. */
                name?: string;
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpJobPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_jobs_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_jobs_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_jobs_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpDiscardJob"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_jobs_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_overview_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpServiceOverview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_parkedEvents_list: {
        parameters: {
            query?: {
                state?: "waiting" | "resolved";
                /** @description Only events of this key, for instance a patient id. */
                key?: string;
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpParkedEventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_parkedEvents_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_parkedEvents_repair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpRepairParkedEvent"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_parkedEvents_discard: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpDiscardParkedEvent"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_parkedEvents_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_consumers_replay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpReplayStreamRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpConsumerState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_consumers_republish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpRepublishRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpRepublishResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_retention_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpRetentionState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_retention_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpRetentionStarted"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    followUp_jobs_scheduled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpJobScheduleList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_audit_search: {
        parameters: {
            query?: {
                /** @description Whose data: a patient id, an account id … */
                subjectId?: string;
                /** @description Who did it: an account id, or issuer and subject of a token of another issuer: `https://…|subject`. */
                actorId?: string;
                /** @description Its name in the API document. */
                operation?: string;
                /** @description Not before. */
                from?: string;
                /** @description Before. */
                to?: string;
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisAuditPage"];
                };
            };
            /** @description validation-failed, also for a cursor that is none of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the right audit.read. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_audit_head: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisAuditHeadView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the right audit.read. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_consumers_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisBusState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_jobs_list: {
        parameters: {
            query?: {
                /** @description Only jobs in this state. waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a person, or a failed one that was discarded; failed: no attempt is left, a person decides. */
                state?: "waiting" | "retrying" | "running" | "completed" | "cancelled" | "failed";
                /** @description Only jobs of this kind. */
                name?: string;
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisJobPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_jobs_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_jobs_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_jobs_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HisDiscardJob"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_jobs_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_overview_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisServiceOverview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_parkedEvents_list: {
        parameters: {
            query?: {
                state?: "waiting" | "resolved";
                /** @description Only events of this key, for instance a patient id. */
                key?: string;
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisParkedEventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_parkedEvents_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_parkedEvents_repair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HisRepairParkedEvent"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_parkedEvents_discard: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HisDiscardParkedEvent"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_parkedEvents_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_consumers_replay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HisReplayStreamRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisConsumerState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_consumers_republish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HisRepublishRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisRepublishResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_retention_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisRetentionState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_retention_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisRetentionStarted"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    his_jobs_scheduled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HisJobScheduleList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_audit_search: {
        parameters: {
            query?: {
                /** @description Whose data: a patient id, an account id … */
                subjectId?: string;
                /** @description Who did it: an account id, or issuer and subject of a token of another issuer: `https://…|subject`. */
                actorId?: string;
                /** @description Its name in the API document. */
                operation?: string;
                /** @description Not before. */
                from?: string;
                /** @description Before. */
                to?: string;
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsAuditPage"];
                };
            };
            /** @description validation-failed, also for a cursor that is none of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the right audit.read. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_audit_head: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsAuditHeadView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the right audit.read. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_consumers_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsBusState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_filesOperations_list: {
        parameters: {
            query: {
                state: "infected" | "pending" | "not-scanned";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsWatchedFiles"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_jobs_list: {
        parameters: {
            query?: {
                /** @description Only jobs in this state. waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a person, or a failed one that was discarded; failed: no attempt is left, a person decides. */
                state?: "waiting" | "retrying" | "running" | "completed" | "cancelled" | "failed";
                /** @description Only jobs of this kind. */
                name?: string;
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsJobPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_jobs_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_jobs_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_jobs_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsDiscardJob"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_jobs_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_overview_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsServiceOverview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_parkedEvents_list: {
        parameters: {
            query?: {
                state?: "waiting" | "resolved";
                /** @description Only events of this key, for instance a patient id. */
                key?: string;
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsParkedEventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_parkedEvents_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_parkedEvents_repair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsRepairParkedEvent"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_parkedEvents_discard: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsDiscardParkedEvent"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_parkedEvents_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_consumers_replay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsReplayStreamRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsConsumerState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_consumers_republish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsRepublishRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsRepublishResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_retention_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsRetentionState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_retention_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsRetentionStarted"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_jobs_scheduled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsJobScheduleList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_audit_search: {
        parameters: {
            query?: {
                /** @description Whose data: a patient id, an account id … */
                subjectId?: string;
                /** @description Who did it: an account id, or issuer and subject of a token of another issuer: `https://…|subject`. */
                actorId?: string;
                /** @description Its name in the API document. */
                operation?: string;
                /** @description Not before. */
                from?: string;
                /** @description Before. */
                to?: string;
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAuditPage"];
                };
            };
            /** @description validation-failed, also for a cursor that is none of ours. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the right audit.read. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_audit_head: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAuditHeadView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token lacks the right audit.read. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_consumers_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffBusState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_jobs_list: {
        parameters: {
            query?: {
                /** @description Only jobs in this state. waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a person, or a failed one that was discarded; failed: no attempt is left, a person decides. */
                state?: "waiting" | "retrying" | "running" | "completed" | "cancelled" | "failed";
                /** @description Only jobs of this kind. */
                name?: string;
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffJobPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_jobs_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_jobs_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_jobs_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffDiscardJob"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_jobs_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffJobDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_overview_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffServiceOverview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_parkedEvents_list: {
        parameters: {
            query?: {
                state?: "waiting" | "resolved";
                /** @description Only events of this key, for instance a patient id. */
                key?: string;
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffParkedEventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_parkedEvents_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_parkedEvents_repair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffRepairParkedEvent"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_parkedEvents_discard: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffDiscardParkedEvent"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_parkedEvents_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffParkedEventDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_consumers_replay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffReplayStreamRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffConsumerState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_consumers_republish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffRepublishRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRepublishResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_retention_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRetentionState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_retention_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRetentionStarted"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_jobs_scheduled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffJobScheduleList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_people_search: {
        parameters: {
            query?: {
                /** @description Name: any part of it in Chinese (东珅), full pinyin (yedongshen) or initials (yds). */
                q?: string;
                /** @description A phone number, however it is written. */
                phone?: string;
                /** @description A medical-record number, of any issuer unless `issuer` is given. */
                mrn?: string;
                /** @description Narrows `mrn` to the numbers of one system. */
                issuer?: string;
                /** @description National ID or number of another document. */
                nationalId?: string;
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in. Ids grow with time: oldest first.
                 *     - `name` (string; may be null; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `sex` (`male` \| `female` \| `other` \| `unknown`; may be null): eq, ne, in
                 *     - `birthDate` (string; may be null; needs personal.unmasked): eq, ne, gt, ge, lt, le, in. As precise as it is known: 1949, 1949-12 or 1949-12-31.
                 *     - `nationalId` (string; may be null; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `deceased` (boolean): eq, ne
                 *     - `deceasedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `allowedPurposes` (several of `care` \| `follow-up` \| `marketing` \| `research` \| `publication`): has. What the person allows now (PT-9).
                 *     - `states` (several of `do-not-contact` \| `cured`): has. What holds for the person now (PT-11).
                 *     - `createdAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `updatedAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `id` unless given. Fields: `id`, `name` (needs personal.unmasked), `birthDate` (needs personal.unmasked), `deceasedAt`, `createdAt`, `updatedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_people_create: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewPatient"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description Version of the record, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatient"];
                };
            };
            /** @description validation-failed: the fields at fault with their reasons. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description patient-exists, with `patientId`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_birthdays_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `patientId` (uuid): eq, ne, in
                 *     - `on` (date; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `status` (`open` \| `prepared` \| `missed`): eq, ne, in
                 *     - `preparedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `on` unless given. Fields: `id`, `on` (needs personal.unmasked), `status`, `preparedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsBirthdayTaskPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_birthdays_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version of the task, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsBirthdayTask"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_birthdays_prepare: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsPreparedGreeting"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the task, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsBirthdayTask"];
                };
            };
            /** @description validation-failed or if-match-malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description birthday-over: the day was told, or has passed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_birthdays_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The photo. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: no such task, or no photo. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-awaits-scan or file-infected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_birthdays_attach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PatientsPhotoForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsBirthdayTask"];
                };
            };
            /** @description validation-failed without a file; body-incomplete. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description birthday-over: the day was told, or has passed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-too-large, with `maxBytes`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-type-refused or file-type-mismatch, with `actual`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-empty; file-infected: it is in quarantine. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_communities_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `nameZh` (string): eq, ne, gt, ge, lt, le, in
                 *     - `nameEn` (string): eq, ne, gt, ge, lt, le, in
                 *     - `tags` (several of string): has
                 *     - `icd10` (several of string): has
                 *     - `channel` (`phone` \| `wechat` \| `wecom` \| `website` \| `douyin` \| `xiaohongshu` \| `sms` \| `e-mail` \| `letter` \| `fax` \| `walk-in`): eq, ne, in
                 *     - `externalId` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `ownerId` (uuid): eq, ne, in. The member of staff who looks after it.
                 *     - `members` (number): eq, ne, gt, ge, lt, le, in
                 *     - `capacity` (number): eq, ne, gt, ge, lt, le, in
                 *     - `nextHourAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `createdAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `closedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-createdAt` unless given. Fields: `id`, `nameZh`, `nameEn`, `channel`, `externalId`, `ownerId`, `members`, `capacity`, `nextHourAt`, `createdAt`, `closedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsCommunityPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with patients.communities.manage as `right`: somebody else is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_communities_add: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewCommunity"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description Version of the community, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsCommunityView"];
                };
            };
            /** @description validation-failed: also staff, departments, tags or segments not known. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with patients.communities.manage as `right`: somebody else is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description community-group-taken: another open community has this group. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_arrivals_ofAll: {
        parameters: {
            query: {
                /** @description The first moment of it. */
                from: string;
                /** @description The first moment after it. */
                until: string;
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `communityId` (uuid): eq, ne, in
                 *     - `nameZh` (string): eq, ne, gt, ge, lt, le, in
                 *     - `members` (number): eq, ne, gt, ge, lt, le, in
                 *     - `arrived` (number): eq, ne, gt, ge, lt, le, in
                 *     - `ratePercent` (number; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-ratePercent` unless given. Fields: `communityId`, `nameZh`, `members`, `arrived`, `ratePercent`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsAllArrivals"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_communities_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version of the community, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsCommunityView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with patients.communities.manage as `right`: somebody else is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_communities_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsCommunityChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the community, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsCommunityView"];
                };
            };
            /** @description validation-failed or if-match-malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with patients.communities.manage as `right`: somebody else is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description community-group-taken: another open community has this group. community-closed. community-too-small: it has more members than that, see `members`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_activities_record: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewActivity"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsActivityResult"];
                };
            };
            /** @description validation-failed: also nobody who was a member then (not-a-member), or a time to come. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with patients.communities.manage as `right`: somebody else is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description community-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_activities_recordAll: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewActivities"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsActivitiesResult"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with patients.communities.manage as `right`: somebody else is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description community-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_arrivals_of: {
        parameters: {
            query: {
                /** @description The first moment of it. */
                from: string;
                /** @description The first moment after it. */
                until: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsCommunityArrivals"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_members_suggest: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in. Ids grow with time: oldest first.
                 *     - `name` (string; may be null; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `sex` (`male` \| `female` \| `other` \| `unknown`; may be null): eq, ne, in
                 *     - `birthDate` (string; may be null; needs personal.unmasked): eq, ne, gt, ge, lt, le, in. As precise as it is known: 1949, 1949-12 or 1949-12-31.
                 *     - `nationalId` (string; may be null; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `deceased` (boolean): eq, ne
                 *     - `deceasedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `allowedPurposes` (several of `care` \| `follow-up` \| `marketing` \| `research` \| `publication`): has. What the person allows now (PT-9).
                 *     - `states` (several of `do-not-contact` \| `cured`): has. What holds for the person now (PT-11).
                 *     - `createdAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `updatedAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `id` unless given. Fields: `id`, `name` (needs personal.unmasked), `birthDate` (needs personal.unmasked), `deceasedAt`, `createdAt`, `updatedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with patients.communities.manage as `right`: somebody else is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_communities_close: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsClosedCommunity"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the community, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsCommunityView"];
                };
            };
            /** @description validation-failed or if-match-malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with patients.communities.manage as `right`: somebody else is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description community-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_members_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `patientId` (uuid): eq, ne, in
                 *     - `name` (string; may be null; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `externalUserId` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `joinedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `joinedHow` (`invited` \| `scanned-code` \| `asked` \| `referred` \| `imported`): eq, ne, in
                 *     - `heardAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `silentSince` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `leftAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `leftReason` (`own-wish` \| `removed` \| `moved` \| `deceased` \| `consent-withdrawn` \| `no-place` \| `community-closed`; may be null): eq, ne, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-joinedAt` unless given. Fields: `id`, `name` (needs personal.unmasked), `externalUserId`, `joinedAt`, `joinedHow`, `heardAt`, `silentSince`, `leftAt`, `leftReason`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsMemberPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with patients.communities.manage as `right`: somebody else is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_members_join: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewMember"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsMemberView"];
                };
            };
            /** @description validation-failed: also a patient nobody knows, or a time to come. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with patients.communities.manage as `right`: somebody else is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description community-full, with `members` and `capacity`. community-closed. already-a-member, with `membershipId`. may-not-join, with `reason`: deceased, do-not-contact or consent-withdrawn. community-user-taken: another member has this externalUserId. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_members_leave: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                membershipId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsLeaving"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsMemberView"];
                };
            };
            /** @description validation-failed: also a time to come, or before the person joined. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with patients.communities.manage as `right`: somebody else is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description community-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_members_silent: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `patientId` (uuid): eq, ne, in
                 *     - `name` (string; may be null; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `externalUserId` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `joinedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `joinedHow` (`invited` \| `scanned-code` \| `asked` \| `referred` \| `imported`): eq, ne, in
                 *     - `heardAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `heardAt` unless given. Fields: `id`, `name` (needs personal.unmasked), `externalUserId`, `joinedAt`, `joinedHow`, `heardAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsMemberPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with patients.communities.manage as `right`: somebody else is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_duplicates_list: {
        parameters: {
            query?: {
                state?: "open" | "dismissed" | "merged" | "closed";
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `score` (number): eq, ne, gt, ge, lt, le, in
                 *     - `foundAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `decidedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-score` unless given. Fields: `id`, `score`, `foundAt`, `decidedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsDuplicatePage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_duplicates_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewPatient"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsLikelyPatients"];
                };
            };
            /** @description validation-failed: the fields at fault with their reasons. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_duplicates_dismiss: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsDuplicateDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsDuplicate"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description duplicate-decided: merged, dismissed or closed since; with `state`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_duplicates_reopen: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsDuplicateDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsDuplicate"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description duplicate-not-dismissed; with `state`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_encounters_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsEncounterView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_erasures_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in. Ids grow with time.
                 *     - `patientId` (uuid): eq, ne, in
                 *     - `state` (`requested` \| `confirmed` \| `declined`): eq, ne, in
                 *     - `askedBy` (`person` \| `guardian` \| `representative` \| `next-of-kin` \| `hospital`; may be null): eq, ne, in
                 *     - `requestedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `decidedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-id` unless given. Fields: `id`, `state`, `requestedAt`, `decidedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsErasurePage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_erasures_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                erasureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsErasureDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_erasures_confirm: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                erasureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsErasureDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. second-person-needed: who asked cannot confirm. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description erasure-decided: it was confirmed or declined. erasure-visit-open: the person is being treated. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description person-erased: by another request. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_erasures_decline: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                erasureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsDeclineErasure"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsErasureDetail"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description erasure-decided: it was confirmed or declined. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_exports_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in. Ids grow with time.
                 *     - `state` (`received` \| `running` \| `done` \| `failed` \| `cancelled`): eq, ne, in
                 *     - `format` (`csv` \| `xlsx`): eq, ne, in
                 *     - `unmasked` (boolean): eq, ne
                 *     - `requestedBy` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `createdAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `finishedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-id` unless given. Fields: `id`, `state`, `format`, `createdAt`, `finishedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientExportPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_exports_order: {
        parameters: {
            query?: never;
            header: {
                "accept-language": string;
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewExport"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientExport"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_exports_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientExport"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_exports_cancel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientExport"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description export-ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_exports_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsExportLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description export-without-file: it is not made yet, failed, or was removed after a week. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_exports_stream: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data of each event, as JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["PatientsPatientExport"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_imports_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in. Ids grow with time.
                 *     - `state` (`received` \| `checking` \| `running` \| `done` \| `failed` \| `cancelled`): eq, ne, in
                 *     - `sha256` (string): eq, ne, gt, ge, lt, le, in
                 *     - `requestedBy` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `createdAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `finishedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-id` unless given. Fields: `id`, `state`, `createdAt`, `finishedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header: {
                "accept-language": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientImportPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_imports_receive: {
        parameters: {
            query?: {
                /** @description What a CSV is written in. Left out it is found out: UTF-8 with or without a mark, else GB 18030. */
                encoding?: "utf-8" | "gb18030";
                /** @description The system that issued record numbers of lines that name none. */
                issuer?: string;
                /** @description When the file was true, for instance when the other system wrote it: what the records were told later stays. Left out it is the moment in which this content first arrived. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PatientsImportForm"];
            };
        };
        responses: {
            /** @description Stored; watch it at its `Location`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientImport"];
                };
            };
            /** @description validation-failed, also without a file; body-incomplete. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-too-large, with `maxBytes`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-type-refused or file-type-mismatch, with `actual`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-empty; file-infected: it is in quarantine. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_imports_template: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header: {
                "accept-language": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The header row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_imports_read: {
        parameters: {
            query?: never;
            header: {
                "accept-language": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientImport"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_imports_cancel: {
        parameters: {
            query?: never;
            header: {
                "accept-language": string;
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientImport"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import-ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_imports_rejected: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One row a fault; the header alone when every line was taken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_imports_stream: {
        parameters: {
            query?: never;
            header: {
                "accept-language": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data of each event, as JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["PatientsPatientImport"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_lookup_find: {
        parameters: {
            query?: {
                /** @description A phone number, however it is written. */
                phone?: string;
                /** @description National ID or number of another document. */
                nationalId?: string;
                /** @description A medical-record number. */
                mrn?: string;
                /** @description Narrows `mrn` to the numbers of one system. */
                issuer?: string;
                /** @description The number of a membership card. */
                cardNo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsLookupAnswer"];
                };
            };
            /** @description validation-failed: none or several of the four. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_merges_undo: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                mergeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsUndoMerge"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsMerge"];
                };
            };
            /** @description validation-failed; `keepsNationalId` is needed when both told the same national ID. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description merge-undone: it does not hold any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_results_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsResultDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_segments_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in. Ids grow with time.
                 *     - `name` (string): eq, ne, gt, ge, lt, le, in
                 *     - `createdBy` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `createdAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `updatedAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-id` unless given. Fields: `id`, `name`, `createdAt`, `updatedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsSegmentPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with personal.unmasked as `right`: the filter names sex, age or district, and the people would be told by it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_segments_add: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewSegment"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description Version of the segment, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsSegment"];
                };
            };
            /** @description validation-failed: `field` is a JSON pointer to the place in the filter. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with personal.unmasked as `right`: the filter names sex, age or district, and the people would be told by it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_segments_preview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsSegmentDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsSegmentPreview"];
                };
            };
            /** @description validation-failed: `field` is a JSON pointer to the place in the filter. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with personal.unmasked as `right`: the filter names sex, age or district, and the people would be told by it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_segments_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version of the segment, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsSegment"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with personal.unmasked as `right`: the filter names sex, age or district, and the people would be told by it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_segments_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description if-match-malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with personal.unmasked as `right`: the filter names sex, age or district, and the people would be told by it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description segment-in-use: open communities are for it; `communities` has id, nameZh and nameEn of each. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_segments_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsSegmentChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the segment, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsSegment"];
                };
            };
            /** @description validation-failed: `field` is a JSON pointer to the place in the filter. Or if-match-malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with personal.unmasked as `right`: the filter names sex, age or district, and the people would be told by it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_segments_count: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsSegmentCount"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with personal.unmasked as `right`: the filter names sex, age or district, and the people would be told by it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_segments_members: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in. Ids grow with time: oldest first.
                 *     - `name` (string; may be null; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `sex` (`male` \| `female` \| `other` \| `unknown`; may be null): eq, ne, in
                 *     - `birthDate` (string; may be null; needs personal.unmasked): eq, ne, gt, ge, lt, le, in. As precise as it is known: 1949, 1949-12 or 1949-12-31.
                 *     - `nationalId` (string; may be null; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `deceased` (boolean): eq, ne
                 *     - `deceasedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `allowedPurposes` (several of `care` \| `follow-up` \| `marketing` \| `research` \| `publication`): has. What the person allows now (PT-9).
                 *     - `states` (several of `do-not-contact` \| `cured`): has. What holds for the person now (PT-11).
                 *     - `createdAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `updatedAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `id` unless given. Fields: `id`, `name` (needs personal.unmasked), `birthDate` (needs personal.unmasked), `deceasedAt`, `createdAt`, `updatedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing; with personal.unmasked as `right`: the filter names sex, age or district, and the people would be told by it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_tags_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `code` (string): eq, ne, gt, ge, lt, le, in
                 *     - `dimension` (`disease` \| `age` \| `spending` \| `distance` \| `price-sensitivity` \| `emotion`): eq, ne, in
                 *     - `zh` (string): eq, ne, gt, ge, lt, le, in
                 *     - `en` (string): eq, ne, gt, ge, lt, le, in
                 *     - `retired` (boolean): eq, ne
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `code` unless given. Fields: `code`, `dimension`, `zh`, `en`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsTagPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_tags_add: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewTag"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description Version of the tag, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsCatalogueTag"];
                };
            };
            /** @description validation-failed; of a rule, `field` is the place in it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tag-exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_tags_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version of the tag, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsCatalogueTag"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_tags_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsTagChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the tag, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsCatalogueTag"];
                };
            };
            /** @description validation-failed or if-match-malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_winBacks_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `patientId` (uuid): eq, ne, in
                 *     - `status` (`open` \| `ended`): eq, ne, in
                 *     - `step` (number): eq, ne, gt, ge, lt, le, in
                 *     - `dueAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `outcome` (`visited` \| `answered` \| `no-answer` \| `consent-withdrawn` \| `do-not-contact` \| `cured` \| `deceased` \| `merged` \| `not-churned`; may be null): eq, ne, in
                 *     - `answer` (`accepted` \| `will-come` \| `declined` \| `no-interest`; may be null): eq, ne, in
                 *     - `startedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `endedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `returnedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-startedAt` unless given. Fields: `id`, `step`, `dueAt`, `outcome`, `answer`, `startedAt`, `endedAt`, `returnedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsWinBackPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_winBacks_figures: {
        parameters: {
            query?: {
                /** @description Started from then on; a year back unless told. */
                from?: string;
                /** @description And before then; now unless told. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsWinBackFigures"];
                };
            };
            /** @description validation-failed: no instant, or from after to. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_people_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version of the record, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatient"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_people_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsPatientChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the record, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatient"];
                };
            };
            /** @description validation-failed or if-match-malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description patient-exists: somebody else has this national ID; with `patientId`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_cards_issue: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewCard"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description Version of the card, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsMembershipCardView"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description card-exists: another card has the number; with its `patientId`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_cards_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
                cardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsCardChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the card, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsMembershipCardView"];
                };
            };
            /** @description validation-failed or if-match-malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_decisions_consent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewConsent"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsDecision"];
                };
            };
            /** @description validation-failed: without or with too weak a legal basis, a child without a guardian, a date to come. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_dataPackages_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in. Ids grow with time.
                 *     - `state` (`waiting` \| `ready` \| `expired` \| `withdrawn`): eq, ne, in
                 *     - `askedBy` (`self` \| `guardian` \| `near-relative` \| `representative`): eq, ne, in
                 *     - `requestedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `readyAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-id` unless given. Fields: `id`, `state`, `askedBy`, `requestedAt`, `readyAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsDataPackagePage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: no such patient, or no such package of this patient. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_dataPackages_order: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewDataPackage"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsDataPackage"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: no such patient, or no such package of this patient. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description data-package-waiting: one is being made already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_dataPackages_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                packageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsDataPackage"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: no such patient, or no such package of this patient. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_dataPackages_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                packageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: no such patient, or no such package of this patient. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_dataPackages_link: {
        parameters: {
            query: {
                /** @description json is complete; pdf is for reading. */
                format: "json" | "pdf";
            };
            header?: never;
            path: {
                id: string;
                packageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsDataPackageLink"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: no such patient, or no such package of this patient. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description data-package-without-file: it is not made yet, withdrawn or expired. data-package-outdated: a merge was taken back since, and it holds what is another person’s; ask for a new one. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_decisions_history: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `topic` (`care` \| `follow-up` \| `marketing` \| `research` \| `publication` \| `do-not-contact` \| `cured`): eq, ne, in
                 *     - `holds` (boolean): eq, ne
                 *     - `channel` (`phone` \| `wechat` \| `wecom` \| `website` \| `douyin` \| `xiaohongshu` \| `sms` \| `e-mail` \| `letter` \| `fax` \| `walk-in`): eq, ne, in
                 *     - `decidedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `recordedAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-recordedAt` unless given. Fields: `id`, `topic`, `holds`, `channel`, `decidedAt`, `recordedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsDecisionPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_duplicates_ofPatient: {
        parameters: {
            query?: {
                state?: "open" | "dismissed" | "merged" | "closed";
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `score` (number): eq, ne, gt, ge, lt, le, in
                 *     - `foundAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `decidedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-score` unless given. Fields: `id`, `score`, `foundAt`, `decidedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientDuplicates"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_encounters_ofPatient: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `class` (`inpatient` \| `outpatient` \| `emergency` \| `exam` \| `planned`): eq, ne, in
                 *     - `status` (`planned` \| `in-progress` \| `finished` \| `cancelled`): eq, ne, in
                 *     - `partner` (string): eq, ne, gt, ge, lt, le, in
                 *     - `visitNumber` (string; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `departmentCode` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `doctorCode` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `beganAt` (instant): eq, ne, gt, ge, lt, le, in. `admittedAt`, else the first that is known of it.
                 *     - `admittedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `dischargedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `updatedAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-beganAt` unless given. Fields: `id`, `class`, `status`, `partner`, `visitNumber` (needs personal.unmasked), `departmentCode`, `doctorCode`, `beganAt`, `admittedAt`, `dischargedAt`, `updatedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsEncounterPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_erasures_request: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewErasure"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsErasureDetail"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description erasure-requested: one waits for its confirmation. erasure-visit-open: the person is being treated. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description person-erased */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_erasures_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsErasurePreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description erasure-visit-open: the person is being treated. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description person-erased */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_facts_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version of the facts, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsRecordedFacts"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_facts_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsFactsChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the facts, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsRecordedFacts"];
                };
            };
            /** @description validation-failed or if-match-malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since it was read, also by a merge. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_gifts_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `recordedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `cancelledAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-recordedAt` unless given. Fields: `id`, `recordedAt`, `cancelledAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsGiftPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_gifts_record: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewGift"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsGiftView"];
                };
            };
            /** @description validation-failed: the beneficiary is the buyer, or unknown; a price that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description patient-deceased: the beneficiary. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_gifts_cancel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                giftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsGiftCancellation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsGiftView"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description gift-cancelled: with `cancelledAt`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_medications_ofPatient: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `current` (boolean): eq, ne
                 *     - `use` (`inpatient` \| `outpatient` \| `discharge`; may be null): eq, ne, in
                 *     - `code` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `name` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `sensitive` (boolean): eq, ne
                 *     - `orderNumber` (string; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `encounterId` (uuid; may be null): eq, ne, in
                 *     - `stopReason` (`cancelled` \| `discontinued` \| `on-hold`; may be null): eq, ne, in
                 *     - `startsAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `endsAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `dispensedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `stoppedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-startsAt` unless given. Fields: `id`, `use`, `code`, `name`, `orderNumber` (needs personal.unmasked), `stopReason`, `startsAt`, `endsAt`, `dispensedAt`, `stoppedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsMedicationPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_merges_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `survivorId` (uuid): eq, ne, in
                 *     - `retiredId` (uuid): eq, ne, in
                 *     - `cause` (`his` \| `same-national-id` \| `same-record-number` \| `agent`): eq, ne, in
                 *     - `mergedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `undoneAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-mergedAt` unless given. Fields: `id`, `survivorId`, `retiredId`, `cause`, `mergedAt`, `undoneAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsMergePage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_merges_merge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewMerge"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsMerge"];
                };
            };
            /** @description validation-failed, also for a record with itself. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-merged: both ids answer with `patientId`. two-national-ids: correct one of them first; one person has one. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_relatives_namedBy: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `relation` (`10` \| `11` \| `12` \| `20` \| `21` \| `22` \| `23` \| `24` \| `25` \| `26` \| `27` \| `28` \| `29` \| `30` \| `31` \| `32` \| `33` \| `34` \| `35` \| `36` \| `37` \| `38` \| `39` \| `40` \| `41` \| `42` \| `43` \| `44` \| `45` \| `46` \| `47` \| `48` \| `49` \| `50` \| `51` \| `52` \| `53` \| `54` \| `55` \| `56` \| `57` \| `58` \| `59` \| `60` \| `61` \| `62` \| `63` \| `64` \| `65` \| `66` \| `67` \| `68` \| `69` \| `70` \| `71` \| `72` \| `73` \| `74` \| `75` \| `76` \| `77` \| `78` \| `79` \| `81` \| `82` \| `83` \| `84` \| `85` \| `86` \| `87` \| `88` \| `89` \| `90` \| `91` \| `92` \| `93` \| `94` \| `95` \| `96` \| `97` \| `99`): eq, ne, in
                 *     - `guardian` (boolean): eq, ne
                 *     - `endedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-id` unless given. Fields: `id`, `relation`, `guardian`, `endedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsNamedByPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_photos_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The photo. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: no such patient, or no photo. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-awaits-scan or file-infected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_photos_replace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PatientsPhotoForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientPhoto"];
                };
            };
            /** @description validation-failed without a file; body-incomplete. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: no such patient, or no photo. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-too-large, with `maxBytes`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-type-refused or file-type-mismatch, with `actual`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-empty; file-infected: it is in quarantine, the former one stays. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_photos_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone; its content is removed within minutes. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: no such patient, or no photo. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_photos_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPhotoLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: no such patient, or no photo. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-awaits-scan or file-infected */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_promises_ofPatient: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `dueOn` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `madeAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `keptAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-madeAt` unless given. Fields: `id`, `dueOn`, `madeAt`, `keptAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPromisePage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_promises_make: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewPromise"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPromiseView"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_promises_keep: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                promiseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPromiseView"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_relatives_recipients: {
        parameters: {
            query: {
                /** @description What the message is about. */
                kind: "appointment" | "follow-up" | "medication" | "birthday" | "marketing";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsRecipientsView"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_facts_referrals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsReferrals"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_relatives_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `relation` (`10` \| `11` \| `12` \| `20` \| `21` \| `22` \| `23` \| `24` \| `25` \| `26` \| `27` \| `28` \| `29` \| `30` \| `31` \| `32` \| `33` \| `34` \| `35` \| `36` \| `37` \| `38` \| `39` \| `40` \| `41` \| `42` \| `43` \| `44` \| `45` \| `46` \| `47` \| `48` \| `49` \| `50` \| `51` \| `52` \| `53` \| `54` \| `55` \| `56` \| `57` \| `58` \| `59` \| `60` \| `61` \| `62` \| `63` \| `64` \| `65` \| `66` \| `67` \| `68` \| `69` \| `70` \| `71` \| `72` \| `73` \| `74` \| `75` \| `76` \| `77` \| `78` \| `79` \| `81` \| `82` \| `83` \| `84` \| `85` \| `86` \| `87` \| `88` \| `89` \| `90` \| `91` \| `92` \| `93` \| `94` \| `95` \| `96` \| `97` \| `99`): eq, ne, in
                 *     - `guardian` (boolean): eq, ne
                 *     - `recordedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `endedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-recordedAt` unless given. Fields: `id`, `relation`, `guardian`, `recordedAt`, `endedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsRelativePage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_relatives_name: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewRelative"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description Version of the entry, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsRelativeView"];
                };
            };
            /** @description validation-failed: oneself, somebody unknown or dead, a phone that is none, a guardian of an adult, a child as a guardian, consent by the wrong person, an end before the beginning. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description relative-merged: name `patientId` instead. relative-exists: with `relativeId`. too-many-relatives: FAMILY_MOST_RELATIVES count already. relatives-circle: somebody would descend from himself. patient-deceased. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_relatives_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                relativeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version of the entry, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsRelativeView"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_relatives_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
                relativeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsRelativeChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the entry, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsRelativeView"];
                };
            };
            /** @description validation-failed or if-match-malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description relative-ended: with `endedAt`; name the relative anew. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_relatives_end: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                relativeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsRelativeEnd"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the entry, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsRelativeView"];
                };
            };
            /** @description validation-failed or if-match-malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description relative-ended: with `endedAt`; name the relative anew. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_results_ofPatient: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `kind` (`laboratory` \| `imaging` \| `pathology` \| `other`): eq, ne, in
                 *     - `status` (`preliminary` \| `final` \| `corrected` \| `withdrawn`): eq, ne, in
                 *     - `code` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `name` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `abnormality` (`normal` \| `abnormal` \| `critical`; may be null): eq, ne, in
                 *     - `sensitive` (boolean): eq, ne
                 *     - `orderNumber` (string; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `placerNumber` (string; may be null; needs personal.unmasked): eq, ne, gt, ge, lt, le, in
                 *     - `encounterId` (uuid; may be null): eq, ne, in
                 *     - `observedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `reportedAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-observedAt` unless given. Fields: `id`, `kind`, `status`, `code`, `name`, `abnormality`, `orderNumber` (needs personal.unmasked), `placerNumber` (needs personal.unmasked), `observedAt`, `reportedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsResultPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_decisions_standing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientStanding"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_decisions_state: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewState"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsDecision"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_patientTags_current: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientTags"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_patientTags_say: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewTagWord"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientTags"];
                };
            };
            /** @description validation-failed: no such tag. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tag-retired: it is given to nobody any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_patientTags_history: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `tag` (string): eq, ne, gt, ge, lt, le, in
                 *     - `says` (`applies` \| `does-not-apply` \| `by-rule`): eq, ne, in
                 *     - `origin` (`hand` \| `rule`): eq, ne, in
                 *     - `recordedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `recordedBy` (string; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-recordedAt` unless given. Fields: `id`, `tag`, `says`, `origin`, `recordedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientTagWordPage"];
                };
            };
            /** @description validation-failed, also for a filter, sort or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_timeline_ofPatient: {
        parameters: {
            query?: {
                /** @description Only these: repeated, or separated by commas. */
                kinds?: ("encounter" | "diagnosis" | "procedure" | "result" | "imaging" | "medication" | "decision" | "merge" | "fact" | "card" | "promise" | "gift" | "community" | "win-back" | "follow-up")[];
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (string): eq, ne, gt, ge, lt, le, in
                 *     - `kind` (`encounter` \| `diagnosis` \| `procedure` \| `result` \| `imaging` \| `medication` \| `decision` \| `merge` \| `fact` \| `card` \| `promise` \| `gift` \| `community` \| `win-back` \| `follow-up`): eq, ne, in
                 *     - `at` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `what` (string): eq, ne, gt, ge, lt, le, in
                 *     - `outcome` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `encounterId` (uuid; may be null): eq, ne, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-at` unless given. Fields: `id`, `kind`, `at`, `what`, `outcome`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsTimelinePage"];
                };
            };
            /** @description validation-failed, also for a filter, sort, kind or cursor that is none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_winBacks_ofPatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsPatientWinBack"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    patients_winBacks_answer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientsNewWinBackAnswer"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientsWinBackView"];
                };
            };
            /** @description validation-failed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or one that is not valid here. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The right is missing. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description win-back-not-open: nothing was offered, or it was answered or ended already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_accounts_list: {
        parameters: {
            query?: {
                /** @description Those no longer in use too. */
                includeInactive?: boolean;
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `username` (string): eq, ne, gt, ge, lt, le, in
                 *     - `displayName` (string): eq, ne, gt, ge, lt, le, in
                 *     - `roles` (several of `agent` \| `follow-up-nurse` \| `guide` \| `community-operator` \| `qc-inspector` \| `mentor` \| `centre-manager` \| `duty-doctor` \| `department-answerer` \| `expert` \| `department-director` \| `medical-affairs` \| `marketing` \| `legal` \| `finance` \| `general-manager` \| `integrator` \| `administrator`): has
                 *     - `memberId` (uuid; may be null): eq, ne, in
                 *     - `mustChangePassword` (boolean): eq, ne
                 *     - `active` (boolean): eq, ne
                 *     - `createdAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `updatedAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `username` unless given. Fields: `username`, `displayName`, `mustChangePassword`, `active`, `createdAt`, `updatedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAccountPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_accounts_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffCreateAccount"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description Version of the account, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAccount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description username-taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_accounts_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version of the account, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAccount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_accounts_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffChangeAccount"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the account, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffAccount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description last-administrator: nobody could administer the hospital any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_accounts_resetPassword: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffResetPassword"];
            };
        };
        responses: {
            /** @description It is set. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description version-mismatch: it changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required: If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_sessions_endAll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All have ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_accounts_unlock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It may be tried again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_departments_list: {
        parameters: {
            query?: {
                /** @description Those no longer in use too. */
                includeInactive?: boolean;
                /** @description Part of the Chinese or English name. */
                name?: string;
                /** @description This national code and those below it. */
                nationalCode?: string;
                /** @description With `localCode`: what this system means by it. */
                system?: string;
                localCode?: string;
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `nameZh` (string): eq, ne, gt, ge, lt, le, in
                 *     - `nameEn` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `parentId` (uuid; may be null): eq, ne, in
                 *     - `active` (boolean): eq, ne
                 *     - `createdAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `updatedAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `nationalCode` unless given. Fields: `id`, `nationalCode`, `nameZh`, `nameEn`, `active`, `createdAt`, `updatedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDepartmentPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_departments_create: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSaveDepartment"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description Version of the department, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDepartment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description local-code-taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_departments_tree: {
        parameters: {
            query?: {
                /** @description Those no longer in use too. */
                includeInactive?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDepartmentTree"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_departments_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version of the department, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDepartment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_departments_replace: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSaveDepartment"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the department, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDepartment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description department-in-circle when the parent is below it; parent-closed; local-code-taken; department-has-children or department-has-duty when it is closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_departments_move: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffMoveDepartment"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version of the department, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDepartment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description department-in-circle when the parent is below it; parent-closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required: If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_duty_onDuty: {
        parameters: {
            query: {
                department: string;
                role: "agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator";
                /** @description Now, if left out. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOnDutyAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such department. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_duty_gaps: {
        parameters: {
            query: {
                department: string;
                role: "agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator";
                /** @description First day. */
                from: string;
                /** @description How many days. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffDutyGaps"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such department. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_shifts_list: {
        parameters: {
            query: {
                /** @description Still on at this moment. */
                from: string;
                /** @description Begun before this moment. */
                to: string;
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `departmentId` (uuid): eq, ne, in
                 *     - `role` (`agent` \| `follow-up-nurse` \| `guide` \| `community-operator` \| `qc-inspector` \| `mentor` \| `centre-manager` \| `duty-doctor` \| `department-answerer` \| `expert` \| `department-director` \| `medical-affairs` \| `marketing` \| `legal` \| `finance` \| `general-manager` \| `integrator` \| `administrator`): eq, ne, in
                 *     - `memberId` (uuid): eq, ne, in
                 *     - `line` (number): eq, ne, gt, ge, lt, le, in
                 *     - `startsAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `endsAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `weeklyId` (uuid; may be null): eq, ne, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `startsAt` unless given. Fields: `id`, `departmentId`, `role`, `memberId`, `line`, `startsAt`, `endsAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffShiftPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_shifts_plan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffPlanShift"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffShift"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description shift-overlaps, with the `shiftId` in the way. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_shifts_importMonth: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffImportMonth"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffImportResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description shift-overlaps, with the `shiftId` in the way. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_shifts_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffShift"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_shifts_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffChangeShift"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffShift"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description shift-overlaps, with the `shiftId` in the way, or shift-over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required: If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_shifts_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is off. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description shift-over: it has ended and is history now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required: If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_substitutes_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `absentId` (uuid): eq, ne, in
                 *     - `substituteId` (uuid): eq, ne, in
                 *     - `startsAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `endsAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-startsAt` unless given. Fields: `id`, `startsAt`, `endsAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSubstitutePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_substitutes_name: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffNameSubstitute"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSubstitute"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description substitute-overlaps, with the `substituteId` in the way. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_substitutes_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_weeklyDuties_list: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `departmentId` (uuid): eq, ne, in
                 *     - `role` (`agent` \| `follow-up-nurse` \| `guide` \| `community-operator` \| `qc-inspector` \| `mentor` \| `centre-manager` \| `duty-doctor` \| `department-answerer` \| `expert` \| `department-director` \| `medical-affairs` \| `marketing` \| `legal` \| `finance` \| `general-manager` \| `integrator` \| `administrator`): eq, ne, in
                 *     - `memberId` (uuid): eq, ne, in
                 *     - `line` (number): eq, ne, gt, ge, lt, le, in
                 *     - `validFrom` (date): eq, ne, gt, ge, lt, le, in
                 *     - `validUntil` (date; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `rolledUntil` (date): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `id` unless given. Fields: `id`, `departmentId`, `role`, `memberId`, `line`, `validFrom`, `validUntil`, `rolledUntil`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffWeeklyDutyPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_weeklyDuties_plan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffPlanWeeklyDuty"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffWeeklyDuty"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_weeklyDuties_end: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description version-mismatch: it changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required: If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_me_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMe"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_members_list: {
        parameters: {
            query?: {
                /** @description Those no longer in use too. */
                includeInactive?: boolean;
                /** @description Part of the name, or the staff number. */
                q?: string;
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `staffNumber` (string): eq, ne, gt, ge, lt, le, in
                 *     - `name` (string): eq, ne, gt, ge, lt, le, in
                 *     - `departmentIds` (several of uuid): has
                 *     - `titles` (several of string): has
                 *     - `skills` (several of string): has
                 *     - `active` (boolean): eq, ne
                 *     - `createdAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `updatedAt` (instant): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `staffNumber` unless given. Fields: `staffNumber`, `name`, `active`, `createdAt`, `updatedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_members_create: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSaveMember"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description staff-number-taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_members_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_members_replace: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSaveMember"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description staff-number-taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required: If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_notifications_inbox: {
        parameters: {
            query?: {
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in
                 *     - `state` (`open` \| `acknowledged` \| `unanswered` \| `unreached`): eq, ne, in
                 *     - `urgency` (`red` \| `normal` \| `low`): eq, ne, in
                 *     - `purpose` (string): eq, ne, gt, ge, lt, le, in
                 *     - `subjectType` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `subjectId` (string; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `requestedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `toldAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `readAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 *     - `acknowledgedAt` (instant; may be null): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-tellingId` unless given. Fields: `tellingId`, `state`, `purpose`, `requestedAt`, `toldAt`, `readAt`, `acknowledgedAt`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffInboxPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_notifications_send: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSendNotification"];
            };
        };
        responses: {
            /** @description It had been asked for before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffNotificationReceipt"];
                };
            };
            /** @description Accepted; the people are told or stand in line. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffNotificationReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_preferences_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPreferencesView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_preferences_saveOwn: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSavePreferences"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPreferencesView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description version-mismatch: it changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required: If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_preferences_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPreferencesView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description not-found: neither a staff member nor an account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_preferences_save: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSavePreferences"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPreferencesView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description not-found: neither a staff member nor an account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required: If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_notifications_stream: {
        parameters: {
            query?: {
                /** @description The same, for an EventSource that is opened anew. */
                lastEventId?: unknown;
            };
            header?: {
                /** @description Id of the last event seen. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data of each event but `ready`, as JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["StaffNotificationChange"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_notifications_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffNotificationDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description not-found: there is none, or the caller was not told it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_notifications_acknowledge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Acknowledged by the caller. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description not-found: the caller was not told it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description notification-acknowledged: by somebody else, at `acknowledgedAt`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_notifications_markRead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first still in work after 10 s: 409 idempotency-key-in-use.
                 * @example 0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description not-found: the caller was not told it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency-key-reused: the key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_roles_rights: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRightList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_roles_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoleList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_roles_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role: "agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoleView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_roles_replace: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path: {
                role: "agent" | "follow-up-nurse" | "guide" | "community-operator" | "qc-inspector" | "mentor" | "centre-manager" | "duty-doctor" | "department-answerer" | "expert" | "department-director" | "medical-affairs" | "marketing" | "legal" | "finance" | "general-manager" | "integrator" | "administrator";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffReplaceRights"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoleView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description last-administrator, with the rights `lost`: nobody could administer any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-mismatch: it changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required: If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_sessions_list: {
        parameters: {
            query?: {
                /** @description Of this account; another’s needs accounts.manage. */
                account?: string;
                /** @description Of everybody; needs accounts.manage. */
                everybody?: boolean;
                /**
                 * @description A condition of OData’s grammar: `and`, `or`, `not (…)`, parentheses, texts and times in single quotes. Fields and operators:
                 *
                 *     - `id` (uuid): eq, ne, in. Ids grow with time.
                 *     - `startedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `lastUsedAt` (instant): eq, ne, gt, ge, lt, le, in
                 *     - `clientAddress` (string): eq, ne, gt, ge, lt, le, in
                 */
                filter?: string;
                /** @description Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. `-id` unless given. Fields: `id`, `startedAt`, `lastUsedAt`, `clientAddress`. */
                sort?: string;
                limit?: number;
                /** @description `nextCursor` of the page before; with the same filter, sort and other parameters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_sessions_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_terms_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "titles" | "skills";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTermList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_terms_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "titles" | "skills";
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTerm"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    staff_terms_save: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag you read. */
                "If-Match": string;
            };
            path: {
                kind: "titles" | "skills";
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSaveTerm"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description Version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffTerm"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description version-mismatch: it changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description if-match-required: If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["ServiceTimeout"];
        };
    };
    gateway_streamTickets_give: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GatewayStreamTicketRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayStreamTicket"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
}
