# Words that were kept in one language are kept by language; a profile loaded again fills them.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('parties', '0001_first'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='guest',
            name='kind',
        ),
        migrations.AddField(
            model_name='alias',
            name='confidence',
            field=models.CharField(choices=[('sourced', 'Sourced'), ('doubtful', 'Doubtful'), ('unverified', 'Unverified')], default='sourced', max_length=12),
        ),
        migrations.AddField(
            model_name='alias',
            name='note',
            field=models.CharField(blank=True, default='', max_length=500),
        ),
        migrations.AddField(
            model_name='alias',
            name='source',
            field=models.CharField(blank=True, default='', max_length=300),
        ),
        migrations.AddField(
            model_name='guest',
            name='role',
            field=models.JSONField(default=dict, help_text='lang -> in what capacity'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='confidence',
            field=models.CharField(choices=[('sourced', 'Sourced'), ('doubtful', 'Doubtful'), ('unverified', 'Unverified')], default='sourced', max_length=12),
        ),
        migrations.AddField(
            model_name='organisation',
            name='note',
            field=models.CharField(blank=True, default='', max_length=500),
        ),
        migrations.AddField(
            model_name='organisation',
            name='source',
            field=models.CharField(blank=True, default='', max_length=300),
        ),
        migrations.AddField(
            model_name='state',
            name='language',
            field=models.CharField(default='', help_text='in which its officials work', max_length=2),
        ),
        migrations.AddField(
            model_name='statustype',
            name='circle',
            field=models.CharField(choices=[('members', 'Members'), ('partners', 'Partners'), ('none', 'None')], default='none', max_length=8),
        ),
        migrations.AddField(
            model_name='statustype',
            name='confidence',
            field=models.CharField(choices=[('sourced', 'Sourced'), ('doubtful', 'Doubtful'), ('unverified', 'Unverified')], default='sourced', max_length=12),
        ),
        migrations.AddField(
            model_name='statustype',
            name='note',
            field=models.CharField(blank=True, default='', max_length=500),
        ),
        migrations.AddField(
            model_name='statustype',
            name='source',
            field=models.CharField(blank=True, default='', max_length=300),
        ),
        migrations.RemoveField(
            model_name='body',
            name='chair_rule',
        ),
        migrations.AddField(
            model_name='body',
            name='chair_rule',
            field=models.JSONField(default=dict, help_text='lang -> who chairs it'),
        ),
        migrations.RemoveField(
            model_name='body',
            name='composition',
        ),
        migrations.AddField(
            model_name='body',
            name='composition',
            field=models.JSONField(default=dict, help_text='lang -> who sits in it'),
        ),
        migrations.RemoveField(
            model_name='body',
            name='rhythm',
        ),
        migrations.AddField(
            model_name='body',
            name='rhythm',
            field=models.JSONField(default=dict, help_text='lang -> how often it meets'),
        ),
        migrations.RemoveField(
            model_name='membership',
            name='basis',
        ),
        migrations.AddField(
            model_name='membership',
            name='basis',
            field=models.JSONField(default=dict, help_text='lang -> deed on which the standing rests'),
        ),
        migrations.AlterField(
            model_name='official',
            name='language',
            field=models.CharField(help_text='language of letters', max_length=2),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='digest',
            field=models.CharField(help_text='SHA-256 of what the profile says', max_length=64),
        ),
        migrations.RemoveField(
            model_name='participation',
            name='reason',
        ),
        migrations.AddField(
            model_name='participation',
            name='reason',
            field=models.JSONField(default=dict, help_text='lang -> why'),
        ),
        migrations.AlterField(
            model_name='state',
            name='orders',
            field=models.JSONField(help_text='lang -> place in lists'),
        ),
    ]
