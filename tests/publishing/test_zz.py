import time
from bangvang.publishing.publish import publish
from datetime import date
def test_a(office, tmp_path):
    t=time.time()
    print(publish(office, tmp_path/"out", day=date(2026,11,21), jobs=1).told(), time.time()-t)
    print((office/"data/ledger.json").read_text()); print((office/"data/changes.json").read_text())
    print(*sorted(p.relative_to(office/"site").as_posix() for p in (office/"site").rglob("*.html")))
def test_b(office, tmp_path):
    t=time.time()
    print(publish(office, tmp_path/"out.zip", day=date(2026,11,21), jobs=1).told(), time.time()-t)
