-- The standing questions. Column names are the fields of schemas/record.py; what depends
-- on today, and what is a list, is added by ledger/reading.py.

create view units as
select
    unit.id,
    campaign.id as campaign_id,
    unit.parent_id,
    unit.code,
    unit.name,
    unit.short_name,
    parent.name as parent,
    unit.tier,
    unit.kind,
    coalesce(participation.batch, json_extract(campaign.plan, '$.batch')) as batch,
    unit.key_body,
    unit.members,
    unit.branches,
    unit.leaders,
    unit.head,
    unit.liaison,
    unit.phone,
    participation.supervision_group,
    participation.contact_leader,
    participation.started_on,
    coalesce(participation.active, 1) as active
from campaign
cross join unit
left join unit as parent on parent.id = unit.parent_id
left join participation
    on participation.unit_id = unit.id and participation.campaign_id = campaign.id
where unit.merged_into_id is null;

create view opinions as
select
    opinion.id,
    opinion.campaign_id,
    opinion.unit_id,
    opinion.sender_id,
    opinion.no,
    opinion.ext_no,
    campaign.code as campaign,
    unit.name as unit,
    opinion.collected_by,
    opinion.channel,
    opinion.theme,
    opinion.target,
    opinion.from_group,
    opinion.content,
    opinion.wording,
    opinion.voices,
    opinion.raised_on,
    opinion.joined_to_id,
    joined.no as joined_to,
    opinion.status,
    opinion.answer
from opinion
join campaign on campaign.id = opinion.campaign_id
join unit on unit.id = opinion.unit_id
left join opinion as joined on joined.id = opinion.joined_to_id;

create view items as
select
    item.id,
    item.campaign_id,
    item.unit_id,
    item.sender_id,
    item.no,
    item.ext_no,
    campaign.code as campaign,
    item.carried_from_id,
    origin.code as carried_from,
    item.batch,
    item.kind,
    item.scope,
    item.handling,
    unit.name as unit,
    lead_unit.name as lead_unit,
    sender.name as raised_by,
    item.lead,
    item.owner,
    item.source,
    item.category,
    item.theme,
    item.problem,
    item.goal,
    item.standard,
    item.measures,
    item.raised_on,
    item.due_text,
    item.due_on,
    item.due_class,
    item.due_standing,
    item.late_after,
    item.status,
    item.status_text,
    item.closing,
    item.progress,
    item.done_on,
    item.first_done_on,
    item.closed_on,
    item.dropped_on,
    item.published_on,
    item.satisfaction,
    item.reopened,
    item.visit_id,
    visit.no as visit
from item
join campaign on campaign.id = item.campaign_id
join unit on unit.id = item.unit_id
left join unit as lead_unit on lead_unit.id = item.lead_unit_id
left join unit as sender on sender.id = item.sender_id
left join visit on visit.id = item.visit_id
left join campaign as origin on origin.id = item.carried_from_id;

create view activities as
select
    activity.id,
    activity.campaign_id,
    activity.unit_id,
    activity.no,
    campaign.code as campaign,
    unit.name as unit,
    activity.day,
    activity.ends_on,
    activity.form,
    activity.action,
    activity.phase,
    activity.title,
    activity.place,
    case when activity.day_tenths % 10 = 0 then activity.day_tenths / 10
        else activity.day_tenths / 10.0 end as days,
    case when activity.hour_tenths % 10 = 0 then activity.hour_tenths / 10
        else activity.hour_tenths / 10.0 end as hours,
    activity.times,
    activity.due,
    activity.present,
    activity.absent,
    activity.made_up,
    activity.made_up_on,
    activity.led_by,
    activity.speaker,
    activity.supervisor,
    activity.with_whom,
    activity.pair,
    activity.topics,
    activity.opinions,
    activity.member_group as "group",
    activity.group_all,
    activity.group_reached,
    activity.reached_how,
    activity.note
from activity
join campaign on campaign.id = activity.campaign_id
join unit on unit.id = activity.unit_id;

create view visits as
select
    visit.id,
    visit.campaign_id,
    visit.unit_id,
    visit.no,
    campaign.code as campaign,
    visit.sup_group as "group",
    visit.level,
    unit.name as unit,
    visit.day,
    visit.ways,
    visit.members,
    visit.talks,
    visit.meetings,
    visit.opinions,
    visit.reviewed,
    visit.returned,
    visit.found,
    visit.demands,
    visit.due_text,
    visit.due_on,
    visit.late_after,
    visit.fed_back_on,
    visit.recheck,
    visit.outcome,
    visit.outcome_where,
    visit.outcome_on,
    visit.note
from visit
join campaign on campaign.id = visit.campaign_id
join unit on unit.id = visit.unit_id;

create view contact_points as
select
    contact_point.id,
    contact_point.campaign_id,
    contact_point.unit_id,
    contact_point.body_id,
    contact_point.no,
    campaign.code as campaign,
    unit.name as unit,
    contact_point.leader,
    contact_point.level,
    contact_point.post,
    body.name as body,
    contact_point.point,
    contact_point.set_up_on,
    contact_point.attended_on,
    contact_point.note
from contact_point
join campaign on campaign.id = contact_point.campaign_id
join unit on unit.id = contact_point.unit_id
left join unit as body on body.id = contact_point.body_id;

create view weak_organisations as
select
    weak_organisation.id,
    weak_organisation.campaign_id,
    weak_organisation.unit_id,
    weak_organisation.no,
    campaign.code as campaign,
    unit.name as unit,
    weak_organisation.name,
    weak_organisation.level,
    weak_organisation.kind,
    weak_organisation.problem,
    weak_organisation.contact_leader,
    weak_organisation.first_secretary,
    weak_organisation.measures,
    weak_organisation.owner,
    weak_organisation.due_text,
    weak_organisation.due_on,
    weak_organisation.late_after,
    weak_organisation.turned,
    weak_organisation.done_on,
    weak_organisation.outcome,
    weak_organisation.note
from weak_organisation
join campaign on campaign.id = weak_organisation.campaign_id
join unit on unit.id = weak_organisation.unit_id;

create view figures as
select
    figure.id,
    figure.campaign_id,
    figure.unit_id,
    figure.no,
    campaign.code as campaign,
    figure.batch,
    unit.name as unit,
    figure.covers,
    figure.period,
    figure.indicator,
    figure.value,
    figure.up_to,
    figure.qualifier,
    figure.measure,
    figure.words,
    figure.cumulative,
    figure.as_of,
    figure.source,
    figure.reason
from figure
join campaign on campaign.id = figure.campaign_id
join unit on unit.id = figure.unit_id;

create view reviews as
select
    review.id,
    review.campaign_id,
    review.unit_id,
    review.no,
    campaign.code as campaign,
    unit.name as unit,
    review.material,
    review.person,
    review.round,
    review.step,
    review.result,
    review.day,
    review.checked_by,
    review.reasons,
    review.opinions,
    review.drafts_to,
    review.note
from review
join campaign on campaign.id = review.campaign_id
join unit on unit.id = review.unit_id;

create view entries as
select
    entry.id,
    entry.id as no,
    entry.run_id as run,
    entry.campaign_id,
    entry.day,
    entry.recorded_at,
    entry.by,
    entry.command,
    entry.kind,
    source_file.name as file,
    entry.records,
    entry.undoes
from entry
left join source_file on source_file.id = entry.file_id;
