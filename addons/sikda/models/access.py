"""Groups that stand on the fields of people; see security/sikda_groups.xml."""

READER = "sikda.group_asn_reader"
PRIVATE = "sikda.group_asn_private"
# Stock fields that personnel officers of Odoo may read as well.
OFFICER_OR_READER = f"hr.group_hr_user,{READER}"
